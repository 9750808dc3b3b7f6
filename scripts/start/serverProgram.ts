import { paths } from '../build/paths';
import { serverBundle } from '../build/serverBundle';

/** Bundles the server half (half a second) and answers the file that Node runs. */
export async function serverProgram(): Promise<string> {
  await serverBundle();
  return paths.bundle;
}
