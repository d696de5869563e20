import type { RealName } from '@shared/domain/identity';
import { PROOF_LEVEL_LABELS } from '@shared/domain/identity-labels';
import type { RatingLevel } from '@shared/domain/rating';
import { View } from '@tarojs/components';
import { Cell } from '../../components/cell';
import { Icon } from '../../components/icon';
import { Switch } from '../../components/switch';
import type { Draft } from './draft';
import { demandHere, isEnough } from './identity-step';
import type { KnownProof } from './known-proof';
import type { Outgoing } from './outgoing';
import './proof-row.css';
import type { rulesHere } from './rules-here';

type Props = {
  readonly level: RatingLevel;
  readonly service: Outgoing['serviceKey'];
  readonly draft: Draft;
  readonly known: KnownProof;
  readonly rules: ReturnType<typeof rulesHere>;
  readonly hasCompany: boolean;
  readonly onProve: (demand: RealName) => void;
  readonly onForCompany: (forCompany: boolean) => void;
};

const DEMANDS: Readonly<Record<Exclude<RealName, 'off'>, string>> = {
  required: '实名评价（本地要求）：未完成',
  encouraged: '实名评价（自愿）：未实名',
};

/** What needs nothing more of the person; null when something can still be done. */
const proven = ({ draft, known, rules }: Props): string | null => {
  if (isEnough(known, rules)) return PROOF_LEVEL_LABELS[known.level];
  if (draft.caseNo !== '' && draft.receiptCode !== '') return '凭办件回执实名，提交时核对';
  return known.undeterminedToday ? '实名没有核对成，可以直接提交' : null;
};

/** 实名情况: what the place wants at this level and how far the person is known. Nothing where nothing is wanted. */
export const ProofRow = (props: Props) => {
  const { level, service, draft, rules, hasCompany, onProve, onForCompany } = props;
  const demand = demandHere(rules, level, service);
  const done = proven(props);
  const canBeForCompany = hasCompany || draft.forCompany;
  if (demand === 'off' && !canBeForCompany) return null;
  return (
    <View className="cells proof-row">
      {demand !== 'off' && done === null && <Cell id="proof" title={DEMANDS[demand]} onPress={() => onProve(demand)} />}
      {demand !== 'off' && done !== null && (
        <View id="proof" className="cell">
          <View className="cell__text">{done}</View>
          <Icon name="tick" className="icon--small proof-row__tick" />
        </View>
      )}
      {canBeForCompany && (
        <View className="proof-row__company">
          <Switch id="for-company" label="代表单位评价" on={draft.forCompany} onTurn={onForCompany} />
        </View>
      )}
    </View>
  );
};
