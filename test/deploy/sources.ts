import { type Plan, planDeployment, type Sources } from '../../cloudfunctions/deploy/plan';
import { SCHEMA } from '../../cloudfunctions/schema';

type Door = Sources['doors'][number];

export const aManifest = (change: Record<string, unknown> = {}) => ({
  timeout: 10,
  memorySize: 256,
  triggers: [] as unknown[],
  permissions: { openapi: [] as string[] },
  ...change,
});

export const aDoor = (change: Partial<Door> = {}): Door => ({
  name: 'citizen',
  manifest: aManifest(),
  bundle: { bytes: 1_000_000, digest: 'a'.repeat(64) },
  ...change,
});

export const aTimer = (config: string) => ({ name: 'everyMinute', type: 'timer', config });

export const sources = (change: Partial<Sources> = {}): Sources => ({
  schema: SCHEMA,
  doors: [aDoor(), aDoor({ name: 'clock', manifest: aManifest({ triggers: [aTimer('0 * * * * * *')] }) })],
  project: {
    cloudfunctionRoot: 'cloudfunctions/dist/',
    miniprogramRoot: 'miniprogram/dist/',
    appid: 'wx0123456789abcdef',
    pages: ['pages/rate/index'],
  },
  ...change,
});

export const problemsOf = (of: Sources): readonly string[] => {
  const planned = planDeployment(of);
  return 'problems' in planned ? planned.problems : [];
};

export const planOf = (of: Sources): Plan => {
  const planned = planDeployment(of);
  if ('problems' in planned) throw new Error(planned.problems.join('\n'));
  return planned.plan;
};
