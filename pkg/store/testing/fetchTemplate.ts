import { request } from 'node:http';
import { templateSocketVariable, type TestServerName, type TestTemplate } from './TestTemplate';

/** Asks the process that runs jest; the first asker waits while the server starts and the template is migrated. */
export async function fetchTemplate(name: TestServerName): Promise<TestTemplate> {
  return JSON.parse(await ask('GET', `/${name}`)) as TestTemplate;
}

/**
 * Leaves a clone to that process to drop. Not waited for: hooks run in the order in which they were written, so the suite's
 * own, which close its connections, are still to come, and PostgreSQL waits five seconds for connections to end.
 */
export async function releaseDatabase(name: TestServerName, database: string): Promise<void> {
  await ask('DELETE', `/${name}/${database}`);
}

function ask(method: string, path: string): Promise<string> {
  const socketPath = process.env[templateSocketVariable];
  if (!socketPath) {
    throw new Error(`${templateSocketVariable} is not set: run the tests by jest from the top of the repository`);
  }
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, path, method }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        if (response.statusCode === 200) {
          resolve(text);
        } else {
          reject(new Error(`The test database could not be made: ${text}`));
        }
      });
    });
    asking.on('error', reject).end();
  });
}
