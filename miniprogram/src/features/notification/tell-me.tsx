import { useState } from 'react';
import { Notice } from '../../components/notice';
import { useAnswer } from '../../hooks/use-answer';
import { CAN_ASK } from './ask-leave';
import { LeaveButton } from './leave-button';

const Ask = () => {
  const { loaded } = useAnswer('notice.mine', {});
  const [isOn, setOn] = useState(false);
  // Without it the result stands in 我的消息 all the same: nothing is said of what does not work.
  if (loaded.state !== 'ready' || loaded.value.progress.template === null) return null;
  if (isOn) return <Notice id="will-be-told">整改有了结果，会在微信里告诉您。</Notice>;
  return (
    <LeaveButton id="tell-me" kind="progress" template={loaded.value.progress.template} onGranted={() => setOn(true)}>
      整改结果通知我
    </LeaveButton>
  );
};

/** 整改结果通知我, right after a bad rating. */
export const TellMe = () => (CAN_ASK ? <Ask /> : null);
