import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IANA's special-purpose registries: what is not reachable from, or not for, the whole internet. */
const NOT_PUBLIC: readonly (readonly [address: string, prefix: number, family: 'ipv4' | 'ipv6'])[] =
  [
    ['0.0.0.0', 8, 'ipv4'],
    ['10.0.0.0', 8, 'ipv4'],
    ['100.64.0.0', 10, 'ipv4'],
    ['127.0.0.0', 8, 'ipv4'],
    ['169.254.0.0', 16, 'ipv4'],
    ['172.16.0.0', 12, 'ipv4'],
    ['192.0.0.0', 24, 'ipv4'],
    ['192.0.2.0', 24, 'ipv4'],
    ['192.88.99.0', 24, 'ipv4'],
    ['192.168.0.0', 16, 'ipv4'],
    ['198.18.0.0', 15, 'ipv4'],
    ['198.51.100.0', 24, 'ipv4'],
    ['203.0.113.0', 24, 'ipv4'],
    ['224.0.0.0', 3, 'ipv4'],
  ];
/** Of IPv6, global unicast is all that is public, less the ranges in it that lead elsewhere. */
const GLOBAL_UNICAST = ['2000::', 3] as const;
const NOT_PUBLIC_UNICAST = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const blocked = new BlockList();
for (const [address, prefix, family] of NOT_PUBLIC) blocked.addSubnet(address, prefix, family);
for (const [address, prefix] of NOT_PUBLIC_UNICAST) blocked.addSubnet(address, prefix, 'ipv6');
const unicast = new BlockList();
unicast.addSubnet(...GLOBAL_UNICAST, 'ipv6');

/** Whether an IP address is one of the public internet: not private, local, reserved or a tunnel. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked.check(address, 'ipv4');
  return isIPv6(address) && unicast.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}
