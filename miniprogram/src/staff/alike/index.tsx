import type { Likeness } from '@shared/domain/ticket-filters';
import { useRouter } from '@tarojs/taro';
import { useMemo } from 'react';
import { Screen } from '../../components/screen';
import { AlikeList } from '../../features/ticket/alike-list';

definePageConfig({ navigationBarTitleText: '同类工单', enablePullDownRefresh: true });

type Params = Readonly<Record<'by' | 'dictionary' | 'tag' | 'cause' | 'unitId', string | undefined>>;

const likenessOf = ({ by, dictionary = '', tag = '', cause = '', unitId = '' }: Partial<Params>): Likeness => {
  const said = (text: string) => decodeURIComponent(text);
  return by === 'cause'
    ? // The cloud refuses a cause that is none.
      { by, cause: said(cause) as Extract<Likeness, { by: 'cause' }>['cause'], unitId: said(unitId) }
    : { by: 'tag', dictionary: said(dictionary), tag: said(tag) };
};

/** The tickets of one 同类问题. */
export default function AlikePage() {
  const { params } = useRouter<Partial<Params>>();
  const like = useMemo(() => likenessOf(params), [params]);
  return (
    <Screen title="同类工单">
      <AlikeList like={like} />
    </Screen>
  );
}
