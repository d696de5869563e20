import { sayBasis } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { Cell } from '../../components/cell';
import { FieldError } from '../../components/field-error';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import './administration.css';
import type { Person } from './audit-log';

type Props = { readonly onPerson: (person: Person) => void };

/** 谁读得多, in the last seven days. */
export const Readers = ({ onPerson }: Props) => {
  const { loaded } = useAnswer('audit.readers', {});
  if (loaded.state === 'loading') return <Skeleton lines={4} />;
  if (loaded.state === 'refused') return <FieldError id="readers-error" message={loaded.refusal.message} />;
  const { limit, items } = loaded.value;
  return (
    <View>
      {items.length === 0 && <View>近七天没有人查看。</View>}
      {items.map(({ staffId, staffName, day, reads, refused, overLimit }) => {
        const name = staffName || '已不在名册的人';
        return (
          <Cell key={staffId + day} title={name} onPress={() => onPerson({ staffId, name })}>
            <View className={overLimit ? 'administration__over' : ''}>
              {sayDay(day)} 查看 {reads} 次{overLimit && '，超过提醒线'}
            </View>
            {refused > 0 && <View className="quiet">另有 {refused} 次没有权限或没有办成</View>}
          </Cell>
        );
      })}
      <View className="quiet administration__note">
        一天超过 {limit.readsPerDay} 次就提醒。{sayBasis(limit.basis)}
      </View>
    </View>
  );
};
