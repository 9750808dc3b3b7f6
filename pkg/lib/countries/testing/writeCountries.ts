import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

type Value = string | { [key: string]: Value } | { uint16: number } | { uint32: number } | { uint64: number } | Value[];

const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');

/** A file in MaxMind's format, version 2: what each network (`203.0.113.0/24`) is said to be. For tests. */
export function writeCountries(networks: Readonly<Record<string, { [key: string]: Value }>>): Buffer {
  const nodes: Array<[number | string | undefined, number | string | undefined]> = [[undefined, undefined]];
  for (const network of Object.keys(networks)) {
    insert(nodes, bitsOf(network), network);
  }
  const offsets = new Map<string, number>();
  const data: Buffer[] = [];
  let size = 0;
  for (const [network, value] of Object.entries(networks)) {
    offsets.set(network, size);
    data.push(encode(value));
    size += data.at(-1)?.length ?? 0;
  }
  const record = (target: number | string | undefined): number =>
    target === undefined
      ? nodes.length
      : typeof target === 'number'
        ? target
        : nodes.length + 16 + (offsets.get(target) ?? 0);
  const tree = Buffer.concat(
    nodes.map((pair) => {
      const node = Buffer.alloc(6);
      node.writeUIntBE(record(pair[0]), 0, 3);
      node.writeUIntBE(record(pair[1]), 3, 3);
      return node;
    })
  );
  const metadata = encode({
    binary_format_major_version: { uint16: 2 },
    binary_format_minor_version: { uint16: 0 },
    build_epoch: { uint64: 1_790_000_000 },
    database_type: 'Test-Country',
    description: { en: 'for tests' },
    ip_version: { uint16: 6 },
    languages: ['en'],
    node_count: { uint32: nodes.length },
    record_size: { uint16: 24 },
  });
  return Buffer.concat([tree, Buffer.alloc(16), ...data, marker, metadata]);
}

/** IPv4 networks lie under ::/96. */
function bitsOf(network: string): string {
  const [address = '', length = ''] = network.split('/');
  const lead = isIPv4(address) ? '0'.repeat(96) : '';
  const bytes = ipaddr.parse(address).toByteArray();
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return lead + bits.slice(0, Number(length));
}

function insert(
  nodes: Array<[number | string | undefined, number | string | undefined]>,
  bits: string,
  network: string
): void {
  let at = 0;
  [...bits].forEach((bit, depth) => {
    const node = nodes[at];
    const side = bit === '1' ? 1 : 0;
    if (node === undefined) {
      return;
    }
    if (depth === bits.length - 1) {
      node[side] = network;
      return;
    }
    const next = node[side];
    if (typeof next === 'number') {
      at = next;
    } else {
      at = nodes.push([next, next]) - 1;
      node[side] = at;
    }
  });
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([control(2, text.length), text]);
  }
  if (Array.isArray(value)) {
    return Buffer.concat([control(11, value.length), ...value.map(encode)]);
  }
  if ('uint16' in value && typeof value.uint16 === 'number') {
    return number(5, value.uint16);
  }
  if ('uint32' in value && typeof value.uint32 === 'number') {
    return number(6, value.uint32);
  }
  if ('uint64' in value && typeof value.uint64 === 'number') {
    return number(9, value.uint64);
  }
  const entries = Object.entries(value as { [key: string]: Value });
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([key, each]) => [encode(key), encode(each)])]);
}

/** Leading zero bytes are left out. */
function number(type: number, value: number): Buffer {
  const hex = value === 0 ? '' : value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex');
  return Buffer.concat([control(type, bytes.length), bytes]);
}

function control(type: number, size: number): Buffer {
  const isExtended = type > 7;
  const lead = (isExtended ? 0 : type << 5) | Math.min(size, 29);
  return Buffer.from([lead, ...(isExtended ? [type - 7] : []), ...(size >= 29 ? [size - 29] : [])]);
}
