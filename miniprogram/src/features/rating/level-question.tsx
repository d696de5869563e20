import { LEVEL_LABELS } from '@shared/domain/labels';
import { RATING_LEVELS, type RatingLevel } from '@shared/domain/rating';
import { View } from '@tarojs/components';
import { told } from '../../components/accessible';
import { FaceChoice } from '../../components/face-choice';
import { FieldError } from '../../components/field-error';
import './level-question.css';

const QUESTION = '您对这次服务满意吗？';
const CHOICES = RATING_LEVELS.map((level) => ({ value: level, label: LEVEL_LABELS[level] }));

type Props = {
  readonly level: RatingLevel | null;
  readonly error: string | null;
  readonly onChoose: (level: RatingLevel) => void;
};

/** The one question, and the promise before it is answered. */
export const LevelQuestion = ({ level, error, onChoose }: Props) => (
  <View className="level-question">
    <View className="level-question__words" {...told({ role: 'heading', level: 2 })}>
      {QUESTION}
    </View>
    <View className="quiet">窗口人员看不到您是谁。</View>
    <FieldError id="level-error" message={error} />
    <FaceChoice label={QUESTION} choices={CHOICES} chosen={level} onChoose={onChoose} />
  </View>
);
