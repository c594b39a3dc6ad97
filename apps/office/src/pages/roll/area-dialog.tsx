import { Form, Input, Modal, Radio } from 'antd';
import { useUpdateHousehold } from '../../api/roll';
import type { AreaSource, RollRow } from '@jiati/contracts';
import { ProblemNotice } from '../../components/problem-notice';
import { common } from '../../copy/common';
import { areaSourceLabels } from '@jiati/contracts';
import { roll } from '../../copy/roll';
import { parseHundredths } from '../../lib/format';

const copy = roll.area;
const sources = Object.keys(areaSourceLabels) as AreaSource[];

/** Fills in an unknown area. It cannot be saved without saying what the number rests on. */
export function AreaDialog({ row, place, onClose }: { row: RollRow | null; place: string; onClose: () => void }) {
  const [form] = Form.useForm<{ area: string; areaSource: AreaSource }>();
  const update = useUpdateHousehold();
  const close = () => {
    update.reset();
    form.resetFields();
    onClose();
  };
  const save = (values: { area: string; areaSource: AreaSource }) =>
    row &&
    update.mutate(
      { householdId: row.householdId, areaDm2: parseHundredths(values.area) ?? 0, areaSource: values.areaSource },
      { onSuccess: close },
    );
  return (
    <Modal
      open={row !== null}
      title={copy.title(row ? `${place}${common.separator}${row.roomNo}` : '')}
      okText={copy.save}
      cancelText={common.cancel}
      confirmLoading={update.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      closable={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <p className="quiet">{copy.lead}</p>
        <Form.Item
          name="area"
          label={copy.value}
          style={{ marginTop: 16 }}
          rules={[
            {
              validator: (_, value: string | undefined) =>
                (parseHundredths(value ?? '') ?? 0) > 0
                  ? Promise.resolve()
                  : Promise.reject(new Error(copy.valueWrong)),
            },
          ]}
        >
          <Input autoFocus inputMode="decimal" placeholder={copy.valueHint} maxLength={12} />
        </Form.Item>
        <Form.Item name="areaSource" label={copy.source} rules={[{ required: true, message: copy.sourceRequired }]}>
          <Radio.Group
            className="radio-column"
            options={sources.map((value) => ({ value, label: areaSourceLabels[value] }))}
          />
        </Form.Item>
        <ProblemNotice error={update.error} />
      </Form>
    </Modal>
  );
}
