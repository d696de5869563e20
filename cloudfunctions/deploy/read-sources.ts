import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { SCHEMA } from '../schema';
import type { Bundle, Sources } from './plan';

const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const readBundle = async (folder: string): Promise<Bundle | undefined> => {
  const content = await readFile(path.join(folder, 'index.js')).catch(() => undefined);
  if (!content) return undefined;
  return { bytes: content.length, digest: createHash('sha256').update(content).digest('hex') };
};

const textField = (object: unknown, field: string): string | undefined => {
  const value = typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' ? value : undefined;
};

const readPages = async (folder: string | undefined): Promise<readonly string[] | undefined> => {
  const app = folder && (await readJson(path.join(folder, 'app.json')));
  return app ? ((app as { pages?: string[] }).pages ?? []) : undefined;
};

const readProject = async (root: string): Promise<Sources['project']> => {
  const project = await readJson(path.join(root, 'project.config.json'));
  const folder = async (field: string) => {
    const named = textField(project, field);
    const isThere = named && (await stat(path.join(root, named)).catch(() => undefined))?.isDirectory();
    return isThere ? path.join(root, named) : undefined;
  };
  const [cloudfunctionRoot, miniprogramRoot] = await Promise.all([
    folder('cloudfunctionRoot'),
    folder('miniprogramRoot'),
  ]);
  const pages = await readPages(miniprogramRoot);
  return { cloudfunctionRoot, miniprogramRoot, appid: textField(project, 'appid'), pages };
};

/** Reads what is to be deployed from the checkout; every folder of `functions/` is a door. */
export const readSources = async (root: string): Promise<Sources> => {
  const folder = path.join(root, 'cloudfunctions', 'functions');
  const names = (await readdir(folder)).sort();
  const project = await readProject(root);
  const doors = names.map(async (name) => ({
    name,
    manifest: await readJson(path.join(folder, name, 'config.json')),
    bundle: await readBundle(path.join(project.cloudfunctionRoot ?? folder, name)),
  }));
  return { schema: SCHEMA, doors: await Promise.all(doors), project };
};
