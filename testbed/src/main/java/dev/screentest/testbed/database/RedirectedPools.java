package dev.screentest.testbed.database;

import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Opens pools that reach their server by way of another address, and whose sessions have a name of
 * their own, by which the server knows them from all others.
 *
 * @param pools opens them
 * @param address where something listens that leads to the one host that the URL names
 * @param sessionName what the server has as their {@code application_name}
 */
public record RedirectedPools(PoolOpener pools, InetSocketAddress address, String sessionName)
    implements PoolOpener {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final String HOST_FOLLOWS = "//";

  @Override
  public ConnectionPool open(String url, Map<String, String> properties, PoolOptions options)
      throws SQLException {
    Map<String, String> named = new TreeMap<>(properties);
    named.put(ConnectionSettings.SESSION_NAME, sessionName);
    return pools.open(redirected(url), named, options);
  }

  private String redirected(String url) {
    String base = UrlOptions.base(url);
    String rest = base.substring(PREFIX.length());
    String database = rest;
    if (rest.startsWith(HOST_FOLLOWS)) {
      int slash = rest.indexOf('/', HOST_FOLLOWS.length());
      database = slash < 0 ? "" : rest.substring(slash + 1);
    }
    return PREFIX
        + HOST_FOLLOWS
        + address.getHostString()
        + ":"
        + address.getPort()
        + "/"
        + database
        + url.substring(base.length());
  }
}
