import { builtPrograms, type BuiltProgram } from './builtPrograms';

/** A suite that runs once a built program; where nothing has been built it is one skipped suite that says so. */
export function forEachBuiltProgram(name: string, suite: (program: BuiltProgram) => void): void {
  // Starts of databases and of executables of 150 MB, one after the other on a busy machine.
  jest.setTimeout(60_000);
  const programs = builtPrograms();
  if (programs.length > 0) {
    describe.each(programs)(name, suite);
  } else {
    describe.skip.each([{ name: 'nothing built', command: '', args: [] }])(name, suite);
  }
}
