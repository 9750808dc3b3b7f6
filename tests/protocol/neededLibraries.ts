/** Program header: where the dynamic section lies. */
const dynamic = 2;
/** Program header: a part of the file that is loaded to an address. */
const load = 1;
/** Entries of the dynamic section: the end, a library's name, the address of the table of names. */
const [end, needed, stringTable] = [0, 1, 5];

interface Segment {
  type: number;
  offset: number;
  address: number;
  size: number;
}

/** Names of the shared libraries without which the kernel's loader does not start a 64-bit little-endian ELF program. */
export function neededLibraries(program: Buffer): string[] {
  const segments = segmentsOf(program);
  const names: number[] = [];
  let strings = 0;
  const table = segments.find(({ type }) => type === dynamic) ?? { offset: 0, size: 0 };
  for (let at = table.offset; at < table.offset + table.size; at += 16) {
    const [tag, value] = [Number(program.readBigInt64LE(at)), Number(program.readBigUInt64LE(at + 8))];
    if (tag === end) {
      break;
    } else if (tag === needed) {
      names.push(value);
    } else if (tag === stringTable) {
      strings = offsetOf(value, segments);
    }
  }
  return names.map((name) => program.toString('latin1', strings + name, program.indexOf(0, strings + name)));
}

function segmentsOf(program: Buffer): Segment[] {
  const first = Number(program.readBigUInt64LE(32));
  const [size, count] = [program.readUInt16LE(54), program.readUInt16LE(56)];
  return Array.from({ length: count }, (_, index) => first + index * size).map((at) => ({
    type: program.readUInt32LE(at),
    offset: Number(program.readBigUInt64LE(at + 8)),
    address: Number(program.readBigUInt64LE(at + 16)),
    size: Number(program.readBigUInt64LE(at + 32)),
  }));
}

function offsetOf(address: number, segments: readonly Segment[]): number {
  const found = segments.find((one) => one.type === load && address >= one.address && address < one.address + one.size);
  return found ? address - found.address + found.offset : 0;
}
