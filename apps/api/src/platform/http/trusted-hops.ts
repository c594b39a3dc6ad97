import { BlockList, isIPv6 } from 'node:net';

/** Where a proxy of ours can stand: this machine, or a network that is not routed from outside. */
const inside = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
] as const)
  inside.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(network, prefix, 'ipv6');

/**
 * Which of the addresses behind a request are proxies of ours: so many at the end of the row as stand in front of this
 * server, and each from inside. Counting alone would believe a client that reaches the port past the proxy.
 * @returns a test of one address and its distance from this server; the first that fails it is the client
 */
export function trustHops(hops: number): (address: string, hop: number) => boolean {
  return (address, hop) => hop < hops && inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
