import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isPlainObject } from '../protocol/plain';
import { FunctionError } from './function-error';

export type TimerTrigger = {
  readonly name: string /** Seven fields: second minute hour day month weekday year. */;
  readonly config: string;
};

export type FunctionConfig = {
  /** Seconds. */
  readonly timeout: number;
  /** MB. */
  readonly memorySize: number;
  readonly triggers: readonly TimerTrigger[];
  /** Names of open platform calls that this function may make. */
  readonly openapi: readonly string[];
};

export type DeployedFunction = {
  readonly bundle: string /** Changes when bundle or configuration change. */;
  readonly version: string;
  readonly config: FunctionConfig;
};

const DOOR_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

/** What is deployed under this name now: `<functionsDir>/<door>/index.js` and `config.json` beside it. */
export const deployedFunction = (functionsDir: string, door: string): DeployedFunction => {
  const bundle = path.join(functionsDir, door, 'index.js');
  if (!DOOR_NAME.test(door) || !existsSync(bundle))
    throw new FunctionError('unknown', `FunctionName parameter could not be found: ${door}`);
  const configFile = path.join(functionsDir, door, 'config.json');
  const version = [bundle, configFile].map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)).join('/');
  return { bundle, version, config: readConfig(configFile) };
};

export const deployedDoors = (functionsDir: string): string[] =>
  existsSync(functionsDir)
    ? readdirSync(functionsDir).filter(
        (door) => DOOR_NAME.test(door) && existsSync(path.join(functionsDir, door, 'index.js')),
      )
    : [];

const readConfig = (file: string): FunctionConfig => {
  const json: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const config = isPlainObject(json) ? json : {};
  const permissions = isPlainObject(config.permissions) ? config.permissions.openapi : undefined;
  return {
    timeout: typeof config.timeout === 'number' ? config.timeout : 10,
    memorySize: typeof config.memorySize === 'number' ? config.memorySize : 256,
    triggers: Array.isArray(config.triggers) ? config.triggers.flatMap(timerTrigger) : [],
    openapi: Array.isArray(permissions) ? permissions.filter((name): name is string => typeof name === 'string') : [],
  };
};

const timerTrigger = (value: unknown): TimerTrigger[] =>
  isPlainObject(value) && value.type === 'timer' && typeof value.name === 'string' && typeof value.config === 'string'
    ? [{ name: value.name, config: value.config }]
    : [];
