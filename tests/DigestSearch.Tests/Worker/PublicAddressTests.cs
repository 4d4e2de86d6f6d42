using System.Net;
using DigestSearch.Worker.Sources;

namespace DigestSearch.Tests.Worker;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("0.0.0.0"), InlineData("0.1.2.3"), InlineData("10.0.0.1"), InlineData("10.255.255.255"), InlineData("100.64.0.1"), InlineData("100.127.255.255")]
    [InlineData("127.0.0.1"), InlineData("127.255.0.9"), InlineData("169.254.169.254"), InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.0.0.8")]
    [InlineData("192.0.2.1"), InlineData("192.88.99.1"), InlineData("192.168.0.1"), InlineData("192.168.255.255"), InlineData("198.18.0.1"), InlineData("198.19.255.255")]
    [InlineData("198.51.100.7"), InlineData("203.0.113.9"), InlineData("224.0.0.1"), InlineData("239.255.255.250"), InlineData("240.0.0.1"), InlineData("255.255.255.255")]
    [InlineData("::"), InlineData("::1"), InlineData("::7f00:1"), InlineData("::ffff:127.0.0.1"), InlineData("::ffff:8.8.8.8"), InlineData("64:ff9b::7f00:1"), InlineData("64:ff9b::808:808")]
    [InlineData("64:ff9b:1::1"), InlineData("100::1"), InlineData("2001::1"), InlineData("2001:db8::1"), InlineData("2002:7f00:1::1"), InlineData("3fff::1"), InlineData("4000::1")]
    [InlineData("fc00::1"), InlineData("fd12:3456::1"), InlineData("fe80::1"), InlineData("fe80::1%1"), InlineData("fec0::1"), InlineData("ff02::1")]
    public void ThisIsNoPublicAddress(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1"), InlineData("9.255.255.255"), InlineData("11.0.0.0"), InlineData("100.63.255.255"), InlineData("100.128.0.0"), InlineData("126.255.255.255")]
    [InlineData("128.0.0.1"), InlineData("169.253.255.255"), InlineData("172.15.255.255"), InlineData("172.32.0.0"), InlineData("192.167.255.255"), InlineData("192.169.0.0")]
    [InlineData("198.17.255.255"), InlineData("198.20.0.0"), InlineData("223.255.255.255"), InlineData("2001:4860:4860::8888"), InlineData("2606:4700::1111"), InlineData("2a00:1450::1")]
    public void ThisIsAPublicAddress(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));
}
