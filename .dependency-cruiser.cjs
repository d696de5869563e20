/** The walls of the house. Each row: what stands here may import only this (besides itself). */
const SHARED = '^shared/';
const DATABASE = '^cloudfunctions/local/database/';
const PROTOCOL = '^cloudfunctions/local/protocol/';
const rooms = [
  ['kernel', '^shared/kernel/', ['^shared/kernel/', 'node_modules/dayjs']],
  ['domain', '^shared/domain/', ['^shared/kernel/', '^shared/domain/']],
  ['policy', '^shared/policy/', ['^shared/(kernel|domain|policy)/']],
  ['contracts', '^shared/contracts/', ['^shared/(kernel|domain|contracts)/', 'zod']],
  ['ports', '^cloudfunctions/ports/', [SHARED, '^cloudfunctions/ports/']],
  ['use-cases', '^cloudfunctions/use-cases/', [SHARED, '^cloudfunctions/(ports|use-cases)/']],
  [
    'adapters',
    '^cloudfunctions/adapters/',
    [
      SHARED,
      '^cloudfunctions/(ports|adapters)/',
      '^cloudfunctions/schema',
      'node_modules',
      '^(node:)?(crypto|buffer)$',
    ],
  ],
  ['runtime', '^cloudfunctions/runtime/', [SHARED, '^cloudfunctions/(ports|adapters|runtime)/', '^(node:)?crypto$']],
  ['functions', '^cloudfunctions/functions/', [SHARED, '^cloudfunctions/(use-cases|runtime|functions)/']],
  ['local cloud', '^cloudfunctions/local/', ['^cloudfunctions/local/', 'node_modules', '^(node:)?[a-z_/]+$']],
  [
    'demo',
    '^cloudfunctions/(demo/|start)',
    [
      SHARED,
      '^cloudfunctions/(demo/|stand-ins/|local/|schema|build|adapters/crypto/)',
      'node_modules',
      '^(node:)?[a-z_/]+$',
    ],
  ],
  [
    'stand-ins',
    '^cloudfunctions/stand-ins/',
    [SHARED, '^cloudfunctions/(stand-ins|local)/', 'node_modules', '^(node:)?[a-z_/]+$'],
  ],
  [
    'deployment',
    '^cloudfunctions/deploy(/|\\.ts)',
    [
      SHARED,
      '^cloudfunctions/(deploy/|schema|adapters/(crypto/|verifier-configuration|notification-configuration))',
      'node_modules',
      '^(node:)?[a-z_/]+$',
    ],
  ],
  [
    'audit verification',
    '^cloudfunctions/audit-verify(/|\\.ts)',
    [
      SHARED,
      '^cloudfunctions/(audit-verify/|adapters/)',
      '^cloudfunctions/(local/database/store/directory-lock|demo/(arguments|audit-export))',
      '^(node:)?[a-z_/]+$',
    ],
  ],
  ['values of the database', `${DATABASE}values/`, [PROTOCOL, `${DATABASE}values/`, '^(node:)?[a-z_/]+$']],
  ['expressions', `${DATABASE}expressions/`, [PROTOCOL, `${DATABASE}(values|expressions)/`]],
  ['match', `${DATABASE}match/`, [PROTOCOL, `${DATABASE}(values|expressions|match)/`, '^(node:)?[a-z_/]+$']],
  [
    'store',
    `${DATABASE}store/`,
    [PROTOCOL, `${DATABASE}(values|store)/`, '^cloudfunctions/local/explained', 'node_modules', '^(node:)?[a-z_/]+$'],
  ],
  ['find', `${DATABASE}find/`, [PROTOCOL, `${DATABASE}(values|expressions|match|store|find)/`]],
  ['api', '^miniprogram/src/api/', [SHARED, '^miniprogram/src/api/', 'node_modules']],
  ['hooks', '^miniprogram/src/hooks/', [SHARED, '^miniprogram/src/(api|hooks)/', 'node_modules']],
  ['components', '^miniprogram/src/components/', ['^miniprogram/src/(components|hooks)/', 'node_modules']],
  [
    'features',
    '^miniprogram/src/features/',
    [SHARED, '^miniprogram/src/(api|hooks|components|features)/', 'node_modules'],
  ],
];

module.exports = {
  forbidden: [
    ...rooms.map(([name, path, may]) => ({
      name: `${name} imports only what its room may`,
      severity: 'error',
      from: { path },
      to: { pathNot: may },
    })),
    {
      name: 'domain takes nothing from npm',
      severity: 'error',
      from: { path: '^shared/(domain|policy)/' },
      to: { path: 'node_modules' },
    },
    {
      name: 'only adapters/wx knows wx-server-sdk',
      severity: 'error',
      from: { path: '^(cloudfunctions/(?!adapters/wx/)|miniprogram/|shared/)' },
      to: { path: 'wx-server-sdk' },
    },
    {
      name: 'cloud and mini-program never import each other',
      severity: 'error',
      from: { path: '^(cloudfunctions|miniprogram)/' },
      to: { path: '^(cloudfunctions|miniprogram)/', pathNot: '^$1/' },
    },
    {
      name: 'nothing of the product imports the local cloud',
      severity: 'error',
      // The verification finds the running demo; it is no part of what is deployed.
      from: { path: '^(shared|miniprogram|cloudfunctions/(?!local/|stand-ins/|demo/|start|audit-verify))' },
      to: { path: '^cloudfunctions/(local|stand-ins|demo)/' },
    },
    {
      name: 'the product never imports its tests',
      severity: 'error',
      from: { path: '^(shared|miniprogram|cloudfunctions)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no circles',
      severity: 'error',
      from: { path: '^(shared|cloudfunctions|miniprogram)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-h5)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
