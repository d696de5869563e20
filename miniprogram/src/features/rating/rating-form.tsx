import { isBad } from '@shared/domain/rating';
import { REFUSALS } from '@shared/kernel/refusals';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Screen } from '../../components/screen';
import { useLoaded } from '../../hooks/use-loaded';
import { isPassing } from '../refusal/passing';
import { RefusedPage } from '../refusal/refused-page';
import { WayOut } from '../refusal/way-out';
import { ConfirmSheet } from './confirm-sheet';
import type { Entry } from './entry';
import { LevelQuestion } from './level-question';
import { meantService, open } from './opened';
import { PraiseFields } from './praise-fields';
import { ReasonFields } from './reason-fields';
import { rulesHere } from './rules-here';
import { ServiceChoice } from './service-choice';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';
import { WhoServed } from './who-served';

// A complaint is known by its sentence.
const ALREADY_RATED = REFUSALS['rating.alreadyRated'];

type Props = { readonly entry: Entry; readonly onRescan: () => void };

/** 评价: one page. It is drawn at once; who served is filled in when the cloud has answered. */
export const RatingForm = ({ entry, onRescan }: Props) => {
  const { loaded, reload } = useLoaded(useCallback(() => open(entry), [entry]));
  const opened = loaded.state === 'ready' ? loaded.value : undefined;
  const rules = rulesHere(opened?.place);
  const { draft, change, setDraft } = useDraft(entry);
  const [wasRestored] = useState(draft.level !== null);
  const { submit, send, busy, complaint, setComplaint, toConfirm, backToForm } = useSubmit(entry, draft, opened, rules);

  if (loaded.state === 'refused' && !isPassing(loaded.refusal)) {
    return (
      <Screen title="评价">
        <RefusedPage refusal={loaded.refusal} onRetry={reload}>
          <Button id="scan" onPress={onRescan}>
            扫一扫窗口二维码
          </Button>
        </RefusedPage>
      </Screen>
    );
  }

  const { level } = draft;
  const tags = rules.tags.tags.filter((tag) => tag.level === level);
  const service = meantService(entry, draft.serviceKey, opened?.services);
  const edit = (changes: Parameters<typeof change>[0]) => {
    setComplaint(null);
    change(changes);
  };
  const parts = { draft, tags, rules, complaint, onChange: edit };
  return (
    <Screen
      title="评价"
      footer={
        <Button id="submit" disabled={busy} onPress={submit}>
          {busy ? '正在提交…' : '提交'}
        </Button>
      }
    >
      <WhoServed
        loaded={loaded}
        servedThen={opened?.services.find(({ key }) => key === service)?.staff}
        onReload={reload}
        onRescan={entry.kind === 'window' ? onRescan : null}
      >
        <ServiceChoice
          services={opened?.services ?? []}
          chosen={service ?? null}
          onChoose={entry.kind === 'window' ? (serviceKey) => edit({ serviceKey }) : null}
        />
      </WhoServed>
      {wasRestored && (
        <View id="restored" className="quiet" {...told({ role: 'status' })}>
          已恢复您上次填写的内容。
        </View>
      )}
      <LevelQuestion
        level={level}
        error={complaint?.field === 'level' ? complaint.message : null}
        onChoose={(chosen) => edit({ level: chosen })}
      />
      {level && !isBad(level, rules.rating) && <PraiseFields key={level} {...parts} />}
      {level && isBad(level, rules.rating) && (
        <ReasonFields
          key={level}
          {...parts}
          asksCaseNo={!service}
          onPhotos={(photos) => setDraft((before) => ({ ...before, photos: photos(before.photos) }))}
        />
      )}
      {complaint?.field === 'page' && (
        <View className="form-notice">
          <Notice id="page-error" tone="danger">
            <View>{complaint.message}</View>
            {complaint.message === ALREADY_RATED && <WayOut refusal={{ code: 'rating.alreadyRated' }} look="link" />}
          </Notice>
        </View>
      )}
      {toConfirm && (
        <ConfirmSheet
          outgoing={toConfirm}
          tags={rules.tags.tags}
          busy={busy}
          onSend={() => void send(toConfirm)}
          onBack={backToForm}
        />
      )}
    </Screen>
  );
};
