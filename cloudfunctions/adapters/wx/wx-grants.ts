import { type Grant, TEMPLATES, type Template } from '@shared/domain/notification';
import type { Grants } from '../../ports/grants';
import { changeRow, collection, command, insertRow, rowOf, rowsOf, sealedUnderOther } from './wx-cloud';

const grants = () => collection('grants');
const leftOf = (template: Template) => `left.${template}`;

const one = (templates: readonly Template[]) =>
  Object.fromEntries(TEMPLATES.map((template) => [template, templates.includes(template) ? 1 : 0])) as Grant['left'];

/** Inserts, or counts on in the document that is there; the same key counts once. */
const add: Grants['add'] = async (grant, templates, most) => {
  if (await insertRow('grants', { ...grant, left: one(templates) })) return;
  const { _id, ...fields } = grant;
  const isNew = await changeRow('grants', { _id, lastKey: command.neq(grant.lastKey) }, fields);
  if (!isNew) return;
  for (const template of templates) {
    await grants()
      .where({ _id, [leftOf(template)]: command.lt(most) })
      .update({ data: { left: { [template]: command.inc(1) } } });
  }
};

export const wxGrants: Grants = {
  find: (ref) => rowOf('grants', ref),
  withLeft: async (refs, template) => {
    if (refs.length === 0) return [];
    const found = await rowsOf<Grant>(
      grants()
        .where({ _id: command.in([...refs]) })
        .limit(100)
        .field({ left: true }),
    );
    return found.filter(({ left }) => left[template] > 0).map(({ _id }) => _id);
  },
  add,
  take: async (_id, template) => {
    const taken = (await grants()
      .where({ _id, [leftOf(template)]: command.gt(0) })
      .update({ data: { left: { [template]: command.inc(-1) } } })) as { stats: { updated: number } };
    return taken.stats.updated === 1;
  },
  giveBack: async (_id, template) => {
    await grants()
      .where({ _id })
      .update({ data: { left: { [template]: command.inc(1) } } });
  },
  usedUp: async (_id, template) => {
    await grants()
      .where({ _id })
      .update({ data: { left: { [template]: 0 } } });
  },
  forget: async (_id) => {
    await grants().where({ _id }).remove();
  },
  forgetOld: async (now, atMost) => {
    const old = await rowsOf<Grant>(
      grants()
        .where({ keepUntil: command.lte(now) })
        .orderBy('keepUntil', 'asc')
        .limit(atMost)
        .field({ keepUntil: true }),
    );
    // Whoever agreed again meanwhile is kept.
    const ids = old.map(({ _id }) => _id);
    if (ids.length > 0)
      await grants()
        .where({ _id: command.in(ids), keepUntil: command.lte(now) })
        .remove();
    return old.length;
  },
  sealedUnderOther: (keyVersion, limit) => rowsOf(grants().where(sealedUnderOther(keyVersion)).limit(limit)),
  reseal: ({ _id, openid }, seals) => changeRow('grants', { _id, openid }, seals),
};
