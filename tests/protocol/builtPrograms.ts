import { existsSync } from 'node:fs';
import path from 'node:path';

/** A way to start the program that `npm run build` leaves. */
export interface BuiltProgram {
  name: string;
  command: string;
  args: readonly string[];
}

const folder = path.resolve(__dirname, '../../dist/datasource');

/**
 * The built programs that this machine can run: the single executable and the file for Node, or the one alone that
 * SEAMARK_EXECUTABLE names. Empty where nothing has been built.
 */
export function builtPrograms(): BuiltProgram[] {
  const chosen = process.env.SEAMARK_EXECUTABLE;
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const files = chosen ? [chosen] : [`gpx_seamark_${process.platform}_${architecture}`, 'seamark.cjs'];
  return files
    .map((file) => path.resolve(folder, file))
    .filter((file) => existsSync(file))
    .map((file) => ({
      name: path.basename(file),
      ...(file.endsWith('.cjs') ? { command: process.execPath, args: [file] } : { command: file, args: [] }),
    }));
}
