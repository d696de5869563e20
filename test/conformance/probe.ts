import cloud from 'wx-server-sdk';
import { CASES, titleOf } from './cases';
import type { Sdk } from './conformance-case';
import { COLLECTION, claimCollection, emptyCollection, fillCollection } from './own-collection';
import { type Outcome, runCase } from './run-case';

export type ProbeEvent =
  | { readonly list: true }
  | { readonly from: number; readonly count: number }
  | { readonly names: readonly string[] }
  /** A case that calls a function calls this one. */
  | { readonly echo: unknown }
  | { readonly fail: string };

const sdk: Sdk = cloud;
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });

/** Cloud function `probe`: runs conformance cases with the unmodified SDK, wherever it is deployed. */
export const main = async (event: ProbeEvent): Promise<unknown> => {
  if ('echo' in event) return { echo: event.echo, context: sdk.getWXContext() };
  if ('fail' in event) throw new Error(event.fail);
  if ('list' in event) return CASES.map(titleOf);
  return runAll(
    'names' in event
      ? CASES.filter((of) => event.names.includes(titleOf(of)))
      : CASES.slice(event.from, event.from + event.count),
  );
};

const runAll = async (cases: typeof CASES): Promise<Outcome[]> => {
  const db = sdk.database();
  await claimCollection(db);
  const outcomes: Outcome[] = [];
  for (const of of cases) {
    await fillCollection(db, of.documents ?? []);
    const collection = db.collection(COLLECTION);
    const tools = { cloud: sdk, db, _: db.command, $: db.command.aggregate, collection, collectionName: COLLECTION };
    outcomes.push(await runCase(of, tools));
  }
  await emptyCollection(db);
  return outcomes;
};
