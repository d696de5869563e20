import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { useCallback } from 'react';
import { call } from '../../api/call';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { RefusedPage } from '../refusal/refused-page';
import { type AuditLine, sayAction, sayActor, sayOutcome, sayPurpose } from './audit-words';

export type Person = { readonly staffId: string; readonly name: string };
type Props = { readonly of: Person | undefined; readonly onPerson: (person: Person) => void };

/** Of what was refused the log holds a digest, which tells nobody anything. */
const Line = ({ line, onPerson }: { readonly line: AuditLine } & Pick<Props, 'onPerson'>) => {
  const { number, at, staffId, about } = line;
  const name = sayActor(line);
  return (
    <Cell
      id={`audit-${number}`}
      title={`${name} ${sayAction(line)}`}
      onPress={staffId === null ? undefined : () => onPerson({ staffId, name })}
    >
      {about !== '' && line.outcome === 'ok' && <View className="quiet as-typed">对象 {about}</View>}
      {line.purpose !== '' && <View className="quiet">{sayPurpose(line)}</View>}
      <View className={line.outcome === 'ok' ? 'quiet' : ''}>{sayOutcome(line)}</View>
      <View className="quiet">
        {sayMoment(at)} · 第 {number} 条
      </View>
    </Cell>
  );
};

/** 审计日志 newest first, of everybody or of one member of staff. */
export const AuditLog = ({ of, onPerson }: Props) => {
  const staffId = of?.staffId;
  const { loaded, items, reload, more } = usePages(
    useCallback(
      (page: { cursor?: string }) => call('audit.list', staffId ? { ...page, actor: `staff:${staffId}` } : page),
      [staffId],
    ),
  );
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  if (items.length === 0) return <Empty message="没有日志。" />;
  return (
    <View>
      <View className="cells" id="audit-log">
        {items.map((line) => (
          <Line key={line.number} line={line} onPerson={onPerson} />
        ))}
      </View>
      <MoreOfList {...more} />
    </View>
  );
};
