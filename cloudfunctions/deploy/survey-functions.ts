import type { CloudManager, FunctionSettings, RemoteFunction } from './cloud-manager';
import { type PlannedFunction, RUNTIME } from './plan';
import { alreadySo, joined, type Step, type Survey, type Target } from './step';

const PAGE = 100;

/** The names of all functions of the environment. */
export const existingFunctions = async ({
  functions,
}: {
  readonly functions: Pick<CloudManager['functions'], 'listFunctions'>;
}): Promise<ReadonlySet<string>> => {
  const names: string[] = [];
  for (let left = true; left; ) {
    const page = await functions.listFunctions(PAGE, names.length);
    names.push(...page.map(({ FunctionName = '' }) => FunctionName));
    left = page.length === PAGE;
  }
  return new Set(names);
};

const variablesOf = (remote: RemoteFunction | undefined): ReadonlyMap<string, string> =>
  new Map(remote?.Environment?.Variables?.map(({ Key, Value }) => [Key, Value]));

/** Which code runs there, in the words that a description may hold: letters, digits and spaces. */
const descriptionOf = ({ bundle }: PlannedFunction): string => `haochaping sha256 ${bundle.digest}`;

/** Variables that others have set stay: the platform replaces all of them at once. */
const settingsOf = (planned: PlannedFunction, target: Target, remote?: RemoteFunction): FunctionSettings => ({
  name: planned.name,
  runtime: RUNTIME,
  handler: 'index.main',
  timeout: planned.timeout,
  memorySize: planned.memorySize,
  envVariables: {
    ...Object.fromEntries(variablesOf(remote)),
    ...target.variables,
  },
  description: descriptionOf(planned),
  installDependency: false,
});

const differences = (planned: PlannedFunction, { variables }: Target, remote: RemoteFunction) => {
  const values = variablesOf(remote);
  return {
    code: remote.Description !== descriptionOf(planned),
    settings:
      remote.Timeout !== planned.timeout ||
      remote.MemorySize !== planned.memorySize ||
      Object.entries(variables).some(([name, value]) => values.get(name) !== value),
  };
};

/** The settings come after the code, for their description says which code it is: an interrupted update is done again. */
const update = async (
  { functions }: CloudManager,
  func: FunctionSettings,
  functionRootPath: string,
  withCode: boolean,
) => {
  if (withCode) {
    await functions.updateFunctionCode({ func, functionRootPath, deployMode: 'zip' });
    await functions.waitFunctionActive(func.name);
  }
  await functions.updateFunctionConfig(func);
  await functions.waitFunctionActive(func.name);
};

const stepOfFunction = (
  cloud: CloudManager,
  planned: PlannedFunction,
  target: Target,
  remote: RemoteFunction | undefined,
): Step => {
  const what = `云函数 ${planned.name}`;
  const func = settingsOf(planned, target, remote);
  const functionRootPath = target.functionsDir;
  if (!remote) {
    const run = () => cloud.functions.createFunction({ func, functionRootPath, deployMode: 'zip' });
    return { what, does: '新建', run };
  }
  const { code, settings } = differences(planned, target, remote);
  if (!code && !settings) return alreadySo(what);
  return {
    what,
    does: code ? '更新代码和配置' : '更新配置',
    run: () => update(cloud, func, functionRootPath, code),
  };
};

/** The platform answers a timer as its cron alone or inside JSON. */
const cronOf = (description: string): string => {
  try {
    const { cron } = JSON.parse(description) as { cron?: unknown };
    return typeof cron === 'string' ? cron : description;
  } catch {
    return description;
  }
};

const stepsOfTriggers = (
  { functions }: CloudManager,
  planned: PlannedFunction,
  remote: RemoteFunction | undefined,
): Step[] =>
  planned.triggers.map((trigger) => {
    const what = `定时触发器 ${planned.name}.${trigger.name}（${trigger.config}）`;
    const existing = remote?.Triggers?.find(({ TriggerName }) => TriggerName === trigger.name);
    const create = () => functions.createFunctionTriggers(planned.name, [trigger]);
    if (!existing) return { what, does: '新建', run: create };
    if (cronOf(existing.TriggerDesc) === trigger.config) return alreadySo(what);
    const replace = async () => {
      await functions.deleteFunctionTrigger(planned.name, trigger.name);
      await create();
    };
    return { what, does: '更新', run: replace };
  });

const faultsOf = ({ name, triggers }: PlannedFunction, remote: RemoteFunction | undefined): string[] => {
  const strangers = (remote?.Triggers ?? []).filter(
    ({ TriggerName }) => !triggers.some((trigger) => trigger.name === TriggerName),
  );
  return [
    ...(remote && remote.Runtime !== RUNTIME
      ? [`云函数 ${name} 的运行环境是 ${remote.Runtime}，不能改为 ${RUNTIME}：请在控制台删除该函数后重新部署。`]
      : []),
    ...strangers.map(
      ({ TriggerName }) => `云函数 ${name} 有计划外的触发器 ${TriggerName}，请在控制台核对并删除后重新部署。`,
    ),
  ];
};

export const surveyFunctions = async (cloud: CloudManager, target: Target): Promise<Survey> => {
  const existing = await existingFunctions(cloud);
  const parts: { function: Survey; triggers: Survey }[] = [];
  for (const planned of target.plan.functions) {
    const remote = existing.has(planned.name) ? await cloud.functions.getFunctionDetail(planned.name) : undefined;
    parts.push({
      function: { steps: [stepOfFunction(cloud, planned, target, remote)], refusals: faultsOf(planned, remote) },
      triggers: { steps: stepsOfTriggers(cloud, planned, remote), refusals: [] },
    });
  }
  return joined([...parts.map((part) => part.function), ...parts.map((part) => part.triggers)]);
};
