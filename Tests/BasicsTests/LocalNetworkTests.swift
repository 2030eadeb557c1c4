import Basics
import Testing

struct LocalNetworkTests {
  @Test(arguments: [
    "localhost", "LOCALHOST.", "printer.local", "a.localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001",
    "017700000001", "0", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "100.127.255.255", "224.0.0.1", "255.255.255.255", "[::1]", "[::]", "[fd00::1]", "[fc00::1]",
    "[fe80::1%25eth0]", "[fe80::1]", "[::ffff:127.0.0.1]", "[::ffff:a00:1]", "[::127.0.0.1]", "[64:ff9b::10.0.0.1]",
    "[2002:7f00:1::]", "[ff02::1]", "[nonsense]", "",
  ])
  func isLocal(host: String) { #expect(LocalNetwork.isLocal(host: host)) }

  @Test(arguments: [
    "weather.example", "localhost.example", "local.example", "93.184.216.34", "11.0.0.1", "172.15.0.1", "172.32.0.1",
    "100.63.0.1", "100.128.0.1", "169.253.0.1", "192.167.0.1", "223.255.255.255", "[2a00:1450::1]",
    "[::ffff:93.184.216.34]", "10.example", "mylocal",
  ])
  func isNot(host: String) { #expect(!LocalNetwork.isLocal(host: host)) }
}
