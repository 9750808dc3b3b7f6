/**
 * Writes the folders `generated` of the protocols that Seamark speaks from the folders `proto` beside them. With `--check` nothing is written: exit 1 where a committed
 * file differs from what would be. Needs no protoc: the .proto files are parsed in JavaScript and handed to ts-proto over
 * the standard input that protoc would use.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CodeGeneratorRequest, CodeGeneratorResponse } from 'ts-proto-descriptors';
import { describeProto } from './protocol/describeProto';

const root = path.resolve(__dirname, '..');

interface Protocol {
  folder: string;
  options: readonly string[];
}

/** Grafana's plugin protocol has services and small integers; OTLP has nanoseconds, which no double holds. */
const protocols: readonly Protocol[] = [
  { folder: 'pkg/grafana', options: ['outputServices=grpc-js', 'forceLong=number'] },
  { folder: 'pkg/domain/ingest/otlp', options: ['outputServices=false', 'forceLong=string'] },
];

const options = [
  'env=node',
  'outputJsonMethods=false',
  'outputPartialMethods=false',
  'enumsAsLiterals=true',
  'unrecognizedEnum=false',
  'esModuleInterop=true',
  'exportCommonSymbols=false',
  'annotateFilesWithVersion=false',
];

function generate(protocol: Protocol): Map<string, string> {
  const protoDir = path.join(root, protocol.folder, 'proto');
  const fileToGenerate = readdirSync(protoDir).filter((name) => name.endsWith('.proto'));
  const protoFile = fileToGenerate.map((name) => describeProto(name, readFileSync(path.join(protoDir, name), 'utf8')));
  const request = CodeGeneratorRequest.fromPartial({
    fileToGenerate,
    parameter: [...options, ...protocol.options].join(','),
    protoFile,
  });
  const generator = spawnSync(process.execPath, [path.join(root, 'node_modules/ts-proto/protoc-gen-ts_proto')], {
    input: CodeGeneratorRequest.encode(request).finish(),
    maxBuffer: 64 * 1024 * 1024,
  });
  const response = CodeGeneratorResponse.decode(generator.stdout);
  if (generator.status !== 0 || response.error) {
    throw new Error(`ts-proto failed: ${response.error || generator.stderr.toString()}`);
  }
  return new Map(response.file.map((file) => [file.name, file.content]));
}

function main(): void {
  const check = process.argv.includes('--check');
  for (const protocol of protocols) {
    const generatedDir = path.join(root, protocol.folder, 'generated');
    mkdirSync(generatedDir, { recursive: true });
    for (const [name, content] of generate(protocol)) {
      const target = path.join(generatedDir, name);
      if (!check) {
        writeFileSync(target, content);
      } else if (!existsSync(target) || readFileSync(target, 'utf8') !== content) {
        process.exitCode = 1;
        process.stderr.write(
          `${path.relative(root, target)} is out of date: run npx tsx scripts/generate-protocol.ts\n`
        );
      }
    }
  }
}

main();
