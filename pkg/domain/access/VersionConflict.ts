/** Somebody was faster: what was to be changed is no longer as the caller saw it. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';

  constructor(expected: number, actual: number) {
    super(`It was changed meanwhile: you saw version ${expected}, it is now at version ${actual}. Read it again`);
  }
}

/** Throws VersionConflict where the caller saw another version; undefined: they do not say which they saw. */
export function requireVersion(expected: number | undefined, actual: number): void {
  if (expected !== undefined && expected !== actual) {
    throw new VersionConflict(expected, actual);
  }
}
