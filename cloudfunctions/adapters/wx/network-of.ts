const IPV6_GROUPS = 8;
/** The first four groups are the network's; the others change from phone to phone, and on one phone from hour to hour. */
const NETWORK_GROUPS = 4;

const groupsOf = (part: string): readonly string[] => (part === '' ? [] : part.split(':'));

/** What two phones of one network have in common: the IPv4 address, or the first half of the IPv6 address. */
export const networkOf = (address: string): string | undefined => {
  if (!address.includes(':')) return address === '' ? undefined : address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const missing = tail === undefined ? 0 : Math.max(0, IPV6_GROUPS - before.length - after.length);
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
};
