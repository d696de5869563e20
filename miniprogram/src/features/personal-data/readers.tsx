import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';

type Props = { readonly readers: Output<'rating.readers'>['items'] };

/** Unit, post, day and what for; never a name. */
export const Readers = ({ readers }: Props) =>
  readers.length === 0 ? (
    <Empty message="还没有人查看过。" />
  ) : (
    <View id="readers">
      <View className="cells">
        {readers.map((reader) => (
          <Cell key={JSON.stringify(reader)} title={`${reader.unit} ${reader.role}`}>
            <View className="quiet">
              {sayDay(reader.on)} {reader.what}
            </View>
            {reader.purpose && <View className="quiet">查看内容和用途：{reader.purpose}</View>}
          </Cell>
        ))}
      </View>
      <View className="quiet">同一岗位同一天为同一用途多次查看的，只列一次。</View>
    </View>
  );
