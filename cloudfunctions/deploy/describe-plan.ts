import type { IndexDefinition } from '../schema';
import { CONFIGURATION, type Plan, type PlannedCollection, type PlannedFunction, RUNTIME } from './plan';

export const describeIndex = ({ name, keys, unique }: IndexDefinition): string => {
  const fields = keys.map(({ field, direction }) => `${field} ${direction === 1 ? '升' : '降'}`).join('，');
  return `${name}（${fields}${unique ? '，唯一' : ''}）`;
};

const describeCollection = ({ name, indexes }: PlannedCollection): string[] => [
  `集合 ${name}：${indexes.length} 个索引`,
  ...indexes.map((index) => `     索引 ${describeIndex(index)}`),
];

const describeFunction = ({ name, bundle, timeout, memorySize, triggers, permissions }: PlannedFunction): string[] => [
  `云函数 ${name}：${(bundle.bytes / 1024).toFixed(0)} KB，${RUNTIME}，超时 ${timeout} 秒，内存 ${memorySize} MB`,
  `     代码 sha256 ${bundle.digest.slice(0, 16)}…`,
  `     环境变量 ${CONFIGURATION.join('、')}（取自本机环境，不显示）、TZ=Asia/Shanghai`,
  `     云调用 ${permissions.openapi.join('、') || '无'}`,
  ...triggers.map((trigger) => `     定时触发器 ${trigger.name}：${trigger.config}`),
];

/** The complete plan for a person to read, in the order in which it is carried out. */
export const describePlan = (env: string, plan: Plan): string => {
  const items = [
    ...plan.collections.map(describeCollection),
    [`集合权限：${plan.collections.length} 个集合全部锁定为 ADMINONLY，只有云函数能读写`],
    ['存储权限：锁定为 ADMINONLY，只有云函数能读写'],
    ...plan.functions.map(describeFunction),
  ];
  const numbered = items.map(([first, ...rest], i) => [`${String(i + 1).padStart(3)}. ${first}`, ...rest].join('\n'));
  const build = `上传小程序前，请用 CLOUD_ENV=${env} npm run build:weapp 构建，小程序才会连接这个环境。`;
  const notes = [...plan.notes, build].map((note) => `  * ${note}`);
  return [`部署计划，环境 ${env}：`, ...numbered, ...notes].join('\n');
};
