/**
 * What is wrong with a server of version `server` behind a plugin of version `plugin`, or undefined. Patch versions may
 * differ; before 1.0 the minor version counts as the major one does after.
 */
export function versionMismatch(plugin: string, server: string): string | undefined {
  const ours = line(plugin);
  const theirs = line(server);
  if (ours === theirs) {
    return undefined;
  }
  return `The plugin is version ${plugin}, the Seamark server ${server}: bring both to the same version.`;
}

function line(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  return major === '0' ? `0.${minor}` : major;
}
