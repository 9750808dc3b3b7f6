import type { Config } from '../config/Config';
import { describeProblem, readFile } from '../domain/asCode/readFile';
import { readFolder } from '../jobs/provisioning/readFolder';
import type { Finding } from '../store/inspection/Finding';
import { codeKindNames } from './codeKinds';

/** Whether the files of the provisioning folder can be read. What they ask for is checked by the server, which says so in its status. */
export async function examineProvisioning({ provisioningDir }: Pick<Config, 'provisioningDir'>): Promise<Finding[]> {
  const files = await readFolder(provisioningDir);
  if (files === undefined) {
    return [{ verdict: 'note', text: `Provisioning: no folder ${provisioningDir}` }];
  }
  const read = files.map((file) => readFile(file, codeKindNames));
  const entries = read.flatMap((each) => each.entries).length;
  const problems = read.flatMap((each) => each.problems);
  return [
    { verdict: 'good', text: `Provisioning: ${entries} entries in ${files.length} files of ${provisioningDir}` },
    ...problems.map((problem): Finding => ({ verdict: 'wrong', text: `Provisioning: ${describeProblem(problem)}` })),
  ];
}
