/** Who may import whom. Each rule says what would break without it; the table is in docs/architecture.md. */

const from = (path, allowed, comment) => ({
  name: `${path.replace(/[^a-zA-Z]+/g, '-').replace(/^-|-$/g, '')}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${path}/`, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^(src|pkg|sdk|demo|scripts|bench|tests)/',
    pathNot: [`^${path}/`, ...allowed.map((folder) => `^${folder}`)],
  },
});

const contract = 'src/contract/';
const lib = 'pkg/lib/';
const domain = 'pkg/domain/';
const config = 'pkg/config/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one concept, or that one of them knows too much. Types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'contract-needs-typebox-only',
      comment: 'The contract is read by the browser, the server and the document generator: it may drag nothing along.',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/contract/', '^node_modules/typebox/'] },
    },
    {
      name: 'browser-takes-no-server',
      comment: 'The browser half ships to every visitor of Grafana: server code in it would be dead weight or a leak.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^pkg/' },
    },
    {
      name: 'server-takes-contract-only',
      comment: 'The server half must run without a browser: the contract is all they share.',
      severity: 'error',
      from: { path: '^pkg/' },
      to: { path: '^src/', pathNot: '^src/contract/' },
    },
    {
      name: 'browser-values-without-typebox',
      comment: 'Schemas are for the server: a value import of one would pull the validator into module.js.',
      severity: 'error',
      from: { path: '^src/(api|app|components|pages|datasource|alertsPanel)/|^src/module' },
      to: { path: '^node_modules/typebox/', dependencyTypesNot: ['type-only'] },
    },
    from(
      'sdk',
      [],
      "The browser package goes alone into strangers' pages: nothing of the plugin or the server comes with it."
    ),
    {
      name: 'sdk-needs-faro-only',
      comment: 'Every byte of the browser package is loaded by every visitor of every site.',
      severity: 'error',
      from: { path: '^sdk/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^sdk/src/', '^node_modules/@grafana/faro-web-sdk/'] },
    },
    from('src/api', [contract], 'The client knows routes and shapes, not who shows them.'),
    from('src/components', [contract], 'Presentational: what they show is passed in.'),
    from(
      'src/datasource',
      ['src/components/queryBuilder/', contract],
      'The datasource works without the app being enabled; what builds a query is the same in a panel and in a rule.'
    ),
    from(
      'src/alertsPanel',
      ['src/components/', 'src/api/', contract],
      'The panel works without the app being enabled: it draws from its data and acts through the resources.'
    ),
    {
      name: 'a-page-knows-no-other-page',
      comment: 'Pages that import each other can no longer be changed or loaded alone.',
      severity: 'error',
      from: { path: '^src/pages/([^/]+)/' },
      to: { path: '^src/(pages/[^/]+|app|datasource|alertsPanel)/', pathNot: '^src/pages/$1/' },
    },
    from(
      'src/app',
      ['src/pages/', 'src/components/', 'src/api/', contract],
      'The app puts the pages together; the datasource must work without it.'
    ),
    from('pkg/lib', [], 'Clock, logger, durations: no words of the product.'),
    from('pkg/config', [contract, lib], 'Settings are read before anything else exists.'),
    {
      name: 'domain-is-pure',
      comment:
        'Deciding takes data and time as arguments: no database, no HTTP, no Grafana, no disk, no other feature.',
      severity: 'error',
      from: { path: '^pkg/domain/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src|pkg|demo|scripts|bench|tests)/', pathNot: ['^pkg/domain/$1/', '^src/contract/', '^pkg/lib/'] },
    },
    {
      name: 'domain-does-no-io',
      comment: 'A pure core can be tested with a table and replayed with another clock.',
      severity: 'error',
      from: { path: '^pkg/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer|util|net)$' },
    },
    from('pkg/store', [domain, contract, config, lib], 'The store serves the domain, whoever asks.'),
    from('pkg/http', [domain, contract, config, lib], 'HTTP is an edge: it knows ports, not their implementation.'),
    from('pkg/grafana', [domain, contract, lib], 'The protocol adapter decides nothing of the domain.'),
    from(
      'pkg/delivery',
      [domain, contract, lib],
      'A sender turns a message into what its provider takes: it knows neither who stored it nor when it is tried again.'
    ),
    from('pkg/jobs', [domain, lib], 'A job is told what to work with.'),
    from(
      'pkg/probes',
      [domain, contract, lib],
      'A probe looks at a service: what that means is decided by the domain.'
    ),
    from(
      'pkg/commands',
      ['pkg/', contract],
      'A command may use all of the server, and nothing of what is not shipped.'
    ),
    {
      name: 'main-knows-everything-and-nobody-knows-main',
      comment: 'The composition root is the end of all imports.',
      severity: 'error',
      from: { pathNot: '^pkg/main' },
      to: { path: '^pkg/main\\.ts$' },
    },
    {
      name: 'no-deprecated-core',
      comment: 'What Node has deprecated will be gone on the next version that we must run on.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['deprecated'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)generated/|^(sdk/)?dist/|^\\.config/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
