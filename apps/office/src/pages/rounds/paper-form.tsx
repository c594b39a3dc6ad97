import {
  choiceLabels,
  choiceMarks,
  formatPlace,
  formatRoom,
  identityCheckLabels,
  relationLabels,
  type BoundRelation,
  type Choice,
  type IdentityCheck,
  type Round,
} from '@jiati/contracts';
import { App, Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useRecordPaperBallot } from '../../api/ballots';
import { newId } from '../../api/client';
import type { ScopeDoor } from '../../api/scope';
import { ProblemNotice } from '../../components/problem-notice';
import { paper as copy } from '../../copy/paper';
import { PhotoField } from './photo-field';
import './paper-form.css';

interface Values {
  householdId: string;
  choice: Choice;
  signerName: string;
  signerRelation: BoundRelation;
  identityCheck: IdentityCheck;
  paperPhotoBase64: string;
}

/** Those who may sign for a household (司法解释 arts. 1 and 16): a tenant or another relative may not. */
const relations: BoundRelation[] = ['owner', 'co_owner', 'guardian', 'heir'];
const identityChecks = Object.keys(identityCheckLabels) as IdentityCheck[];
const choices = Object.keys(choiceLabels) as Choice[];

/** One sheet of paper. The three choices look alike and none is chosen beforehand. */
export function PaperForm({ round, doors }: { round: Round; doors: readonly ScopeDoor[] }) {
  const [form] = Form.useForm<Values>();
  // One id a sheet, so that pressing twice records it once.
  const [id, setId] = useState(newId);
  const [castAt, setCastAt] = useState(() => new Date().toISOString());
  const record = useRecordPaperBallot(round.id);
  const { message } = App.useApp();
  const severalPlaces = new Set(doors.map((door) => door.place)).size > 1;
  const labelOf = (door: ScopeDoor) => formatPlace(severalPlaces ? door.place : null, formatRoom(door.roomNo));
  const save = (values: Values) =>
    record.mutate(
      { id, castAt, ...values, signerName: values.signerName.trim() },
      {
        onSuccess: () => {
          const door = doors.find((item) => item.householdId === values.householdId);
          void message.success(copy.done(door ? labelOf(door) : ''), 6);
          form.resetFields();
          setId(newId());
          setCastAt(new Date().toISOString());
        },
      },
    );
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="card paper-form" onFinish={save}>
      <Form.Item name="householdId" label={copy.door} rules={[{ required: true, message: copy.doorRequired }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={doors.map((door) => ({ value: door.householdId, label: labelOf(door) }))}
        />
      </Form.Item>
      <Form.Item name="choice" label={copy.choice} rules={[{ required: true, message: copy.choiceRequired }]}>
        <Radio.Group
          optionType="button"
          size="large"
          className="paper-choices"
          options={choices.map((value) => ({ value, label: `${choiceMarks[value]} ${choiceLabels[value]}` }))}
        />
      </Form.Item>
      <Form.Item
        name="signerName"
        label={copy.signerName}
        rules={[{ required: true, whitespace: true, message: copy.signerRequired }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="signerRelation"
        label={copy.relation}
        rules={[{ required: true, message: copy.relationRequired }]}
      >
        <Radio.Group options={relations.map((value) => ({ value, label: relationLabels[value] }))} />
      </Form.Item>
      <Form.Item
        name="identityCheck"
        label={copy.identity}
        rules={[{ required: true, message: copy.identityRequired }]}
      >
        <Radio.Group options={identityChecks.map((value) => ({ value, label: identityCheckLabels[value] }))} />
      </Form.Item>
      <Form.Item
        name="paperPhotoBase64"
        label={copy.photo}
        extra={copy.photoHint}
        rules={[{ required: true, message: copy.photoRequired }]}
      >
        <PhotoField />
      </Form.Item>
      <div className="stack-tight">
        <ProblemNotice error={record.error} />
        <div>
          <Button type="primary" size="large" htmlType="submit" loading={record.isPending}>
            {copy.submit}
          </Button>
        </div>
      </div>
    </Form>
  );
}
