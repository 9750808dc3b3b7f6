import { datasourceFolderToApp } from './datasourceFolderToApp';

// eslint-disable-next-line prefer-const -- webpack's own variable; the assignment below is not seen as one
declare let __webpack_public_path__: string;

// Grafana serves this nested plugin under its own id, but all lazy chunks lie in the app's folder. Must be the
// first import of module.ts: a chunk asked for before would be looked for in the wrong place and answered with 404.
__webpack_public_path__ = datasourceFolderToApp(__webpack_public_path__);
