import type { FastifyInstance } from 'fastify';
import type { Identity } from '../../../domain/access/Identity';
import { mayCall } from '../../../domain/access/mayCall';
import type { CodeKind } from '../../../domain/asCode/CodeKind';
import { importFiles } from '../../../domain/asCode/importFiles';
import { writeFile } from '../../../domain/asCode/writeFile';
import { explainProblem } from '../../errors/explainProblem';
import type { AdminDependencies } from '../AdminDependencies';
import { route, WrittenAnswer } from '../route';

/** Rules and what belongs to them as YAML, in the form of the provisioning folder. */
export function asCodeRoutes(app: FastifyInstance, { codeKinds }: AdminDependencies): void {
  const writable = (who: Identity) => (kind: CodeKind) => mayCall(who, kind.role);

  route(app, 'exportAlertRules', async ({ who, query }) => {
    const kinds = query.id === undefined ? codeKinds.filter(writable(who)) : codeKinds;
    const only = query.id === undefined ? undefined : [query.id];
    return new WrittenAnswer('application/yaml; charset=utf-8', await writeFile(kinds, who, only));
  });
  route(app, 'importAlertRules', async ({ who, body }) => {
    const { yaml, dry_run: dryRun = false } = body;
    const imported = await importFiles(codeKinds, {
      files: [{ name: 'import', text: yaml }],
      who,
      // Whoever sends it must not read the server's environment with it.
      secrets: undefined,
      dryRun,
      mayWrite: writable(who),
      explain: explainProblem,
    });
    return { dry_run: dryRun, ...imported };
  });
}
