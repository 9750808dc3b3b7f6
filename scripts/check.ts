import { spawn } from 'node:child_process';

/** Every gate that a change must pass before its tests are worth running. */
const gates: ReadonlyArray<readonly [name: string, command: string]> = [
  ['types of the browser half', 'tsc -p tsconfig.json'],
  ['types of the server half', 'tsc -p pkg/tsconfig.json'],
  ['types of the browser package', 'tsc -p sdk/tsconfig.json'],
  ['types of the demo shop', 'tsc -p demo/tsconfig.json'],
  ['types of the journeys', 'tsc -p tests/tsconfig.json'],
  ['lint', 'eslint --max-warnings 0 .'],
  ['format', 'prettier --check --log-level warn .'],
  [
    'who imports whom',
    'depcruise src pkg sdk demo scripts bench tests --config .dependency-cruiser.js --output-type err',
  ],
  ['dead code', 'knip'],
  ['plugin.json at the top', 'tsx scripts/copyPluginJson.ts --check'],
  ['generated protocol', 'tsx scripts/generate-protocol.ts --check'],
  ['generated dashboards', 'tsx scripts/dashboards/generate.ts --check'],
];

function run(command: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['--no-install', ...command.split(' ')], { env: { ...process.env, FORCE_COLOR: '0' } });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function main(): Promise<void> {
  let failed = 0;
  for (const [name, command] of gates) {
    const { code, output } = await run(command);
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    if (code !== 0) {
      failed += 1;
      console.log(output.replace(/^/gm, '     '));
    }
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

void main();
