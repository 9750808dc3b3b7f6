import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { LoadResult } from './generate';

/** Runs one load in a process of its own, so that generating it costs the measured server no event loop. */
export async function runLoad(
  kind: 'faro' | 'plain',
  url: string,
  { connections, seconds, warmUp = 0 }: { connections: number; seconds: number; warmUp?: number }
): Promise<LoadResult> {
  const output = await tsx('generate.ts', [kind, url, ...[connections, seconds, warmUp].map(String)]);
  return JSON.parse(output) as LoadResult;
}

/** Starts the bare Fastify; answers its address and how to end it. */
export async function startBareFastify(): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'bareFastify.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  return { url: `http://127.0.0.1:${port}/collect`, stop: () => child.kill() };
}

function tsx(script: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, script), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${script} ended with ${code}`))));
  });
}
