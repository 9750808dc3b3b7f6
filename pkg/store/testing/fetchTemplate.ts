import { get } from 'node:http';
import { templateSocketVariable, type TestServerName, type TestTemplate } from './TestTemplate';

/** Asks the process that runs jest; the first asker waits while the server starts and the template is migrated. */
export function fetchTemplate(name: TestServerName): Promise<TestTemplate> {
  const socketPath = process.env[templateSocketVariable];
  if (!socketPath) {
    throw new Error(`${templateSocketVariable} is not set: run the tests by jest from the top of the repository`);
  }
  return new Promise((resolve, reject) => {
    const request = get({ socketPath, path: `/${name}` }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        if (response.statusCode === 200) {
          resolve(JSON.parse(text) as TestTemplate);
        } else {
          reject(new Error(`The test database could not be made: ${text}`));
        }
      });
    });
    request.on('error', reject);
  });
}
