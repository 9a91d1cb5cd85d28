# Keeps one embedded PostgreSQL for as long as somebody holds the other end of standard input.
#
#   sh supervise.sh start FOLDER BINARIES ACCOUNT [COMMAND THAT LOWERS PRIVILEGES...]
#
# Prints "ready" or "failed" on standard output, waits for the end of standard input, then stops the
# server and removes FOLDER. The end of standard input comes when our parent closes it, and also
# when our parent dies in any way, SIGKILL included: that is why a script does this and no hook.
#
#   sh supervise.sh stop ...    does the second half only, with the same arguments.
#
# FOLDER holds "settings.conf", "password" and nothing else that the server needs. ACCOUNT owns
# FOLDER from the start on; "-" leaves it as it is.

# A signal for the whole foreground group (Ctrl-C) must not end us before our work is done.
trap '' HUP INT QUIT TERM PIPE

phase=$1 folder=$2 binaries=$3 account=$4
shift 4

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
  # pg_ctl puts the server into a session of its own, out of reach of the terminal's signals.
  "$@" "$binaries/pg_ctl" start --pgdata="$folder/data" --wait --timeout=60 \
    --log="$folder/server.log"
}

# Nothing in FOLDER is worth a checkpoint: immediate is the clean end of data that is deleted.
stop() {
  pid=$(head -n 1 "$folder/data/postmaster.pid" 2>/dev/null)
  "$@" "$binaries/pg_ctl" stop --pgdata="$folder/data" --mode=immediate --wait --timeout=30 ||
    { [ -n "$pid" ] && kill -9 "$pid"; }
  rm -rf "$folder"
}

if [ "$phase" = start ]; then
  if start "$@" >"$folder/start.log" 2>&1 </dev/null; then echo ready; else echo failed; fi
  while read -r _; do :; done
fi
stop "$@" >/dev/null 2>&1 </dev/null
