import Taro from '@tarojs/taro';
import type { Refusal } from '../../api/call';
import { Button } from '../../components/button';

const HOME = { id: 'to-home', label: '返回首页', go: () => Taro.reLaunch({ url: '/pages/rate/index' }) };
const MINE = { id: 'to-mine', label: '我的评价', go: () => Taro.reLaunch({ url: '/pages/mine/index' }) };
const TICKETS = {
  id: 'to-tickets',
  label: '返回工单列表',
  go: () => Taro.redirectTo({ url: '/staff/tickets/index' }),
};

const REPORTS = {
  id: 'to-reports',
  label: '返回群众反映',
  go: () => Taro.redirectTo({ url: '/staff/reports/index' }),
};

const WAYS: Readonly<Partial<Record<Refusal['code'], typeof HOME>>> = {
  'rating.alreadyRated': MINE,
  'rating.unknown': MINE,
  'service.notYours': MINE,
  'ticket.unknown': TICKETS,
  'report.unknown': REPORTS,
};

type Props = {
  readonly refusal: Pick<Refusal, 'code'>;
  readonly look?: 'primary' | 'plain' | 'link';
  readonly onLeave?: () => void;
};

/** Where to go from a refusal that no second try will change. */
export const WayOut = ({ refusal, look, onLeave }: Props) => {
  const { id, label, go } = WAYS[refusal.code] ?? HOME;
  const leave = () => {
    onLeave?.();
    void go();
  };
  return (
    <Button id={id} look={look} onPress={leave}>
      {label}
    </Button>
  );
};
