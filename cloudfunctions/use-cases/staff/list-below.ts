import type { Org } from '@shared/domain/organization';
import type { Context } from '../../ports/context';

/** What hangs directly below this org; below a bureau, what hangs below the government that it acts for. */
export const listBelow = async (
  { _id, kind, parentId }: Org,
  { orgRegister }: Pick<Context, 'orgRegister'>,
): Promise<{ id: string; name: string }[]> => {
  const below = await orgRegister.below(kind === 'bureau' ? (parentId ?? _id) : _id);
  return below.filter((org) => org._id !== _id).map((org) => ({ id: org._id, name: org.name }));
};
