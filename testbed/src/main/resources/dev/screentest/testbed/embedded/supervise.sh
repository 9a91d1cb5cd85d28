# Keeps one embedded PostgreSQL for as long as somebody holds the other end of standard input.
#
#   sh supervise.sh TEMPORARY ACCOUNT [COMMAND THAT LOWERS PRIVILEGES...]
#
# Makes a folder inside of TEMPORARY and prints its path. Then it obeys standard input:
#
#   scratch PATH      remember PATH, which is about to be made, for removal
#   start BINARIES    start a server with the folder's "settings.conf" and "password";
#                     prints "ready" or "failed"
#   halt              stop the server and keep its data; prints "halted" or "failed"
#   resume            start it again; prints "ready" or "failed"
#
# At the end of standard input it stops the server and removes the folder and the scratch. That end
# comes when our parent closes the pipe, and just as well when our parent dies in any way, SIGKILL
# included: that is why a process does this and no hook.
#
# ACCOUNT owns the folder from "start" on; "-" leaves it as it is.

# A signal for the whole foreground group (Ctrl-C) must not end us before our work is done.
trap '' HUP INT QUIT TERM PIPE

temporary=$1 account=$2
shift 2
binaries='' scratch=''

start() {
  if [ "$account" != - ]; then
    chown -R "$account" "$folder" || return 1
  fi
  # builtin C.UTF-8: code-point order and full Unicode case mapping, the same on every system.
  "$@" "$binaries/initdb" --pgdata="$folder/data" --username=screentest \
    --pwfile="$folder/password" --auth=scram-sha-256 --set=scram_iterations=1 \
    --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 \
    --no-sync --no-instructions || return 1
  rm -f "$folder/password"
  cat "$folder/settings.conf" >>"$folder/data/postgresql.conf" || return 1
  resume "$@"
}

resume() {
  # pg_ctl puts the server into a session of its own, out of reach of the terminal's signals.
  "$@" "$binaries/pg_ctl" start --pgdata="$folder/data" --wait --timeout=60 \
    --log="$folder/server.log"
}

# fast: sessions are ended, what they have committed is kept, whatever the server's settings.
halt() {
  "$@" "$binaries/pg_ctl" stop --pgdata="$folder/data" --mode=fast --wait --timeout=60
}

# Nothing in the folder is worth a checkpoint: immediate is the clean end of data that is deleted.
stop() {
  pid=$(head -n 1 "$folder/data/postmaster.pid")
  [ -n "$pid" ] || return 0
  "$@" "$binaries/pg_ctl" stop --pgdata="$folder/data" --mode=immediate --wait --timeout=30 ||
    kill -9 "$pid"
}

folder=$(mktemp -d "$temporary/screentest-XXXXXXXX") || exit 1
echo "$folder"
while IFS= read -r line; do
  case $line in
    'scratch '*) scratch=${line#scratch } ;;
    'start '*)
      binaries=${line#start }
      if start "$@" >"$folder/start.log" 2>&1 </dev/null; then echo ready; else echo failed; fi
      ;;
    halt)
      if halt "$@" >"$folder/start.log" 2>&1 </dev/null; then echo halted; else echo failed; fi
      ;;
    resume)
      # A new life with a new log, in which nothing of the old one is taken for a cause.
      : >"$folder/server.log"
      if resume "$@" >"$folder/start.log" 2>&1 </dev/null; then echo ready; else echo failed; fi
      ;;
  esac
done
stop "$@" >/dev/null 2>&1 </dev/null
rm -rf "$folder" ${scratch:+"$scratch"}
