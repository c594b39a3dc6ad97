import '../../components/button-link.css';
import { AutoComplete, Button, Form, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { newId } from '../../api/client';
import { useEstate, useEstatesFound, type ImportInput } from '../../api/roll';
import { ProblemNotice } from '../../components/problem-notice';
import { rollImport as copy } from '../../copy/roll-import';
import './import-file-form.css';

type ImportFields = Omit<ImportInput, 'id' | 'file'>;

interface ImportFileFormProps {
  /** The estate the officer came from, to fill in its names. */
  estateId: string | null;
  working: boolean;
  error: unknown;
  onRead: (input: ImportInput) => void;
}

/** Which file, and whose roll it is. Reading changes nothing yet. */
export function ImportFileForm({ estateId, working, error, onRead }: ImportFileFormProps) {
  const [form] = Form.useForm<ImportFields>();
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const fileId = useId();
  const estates = useEstatesFound(Form.useWatch('estateName', form) ?? '').data?.estates ?? [];
  const known = useEstate(estateId ?? undefined).data;
  useEffect(() => {
    if (known) form.setFieldsValue({ estateName: known.name, town: known.town, neighbourhood: known.neighbourhood });
  }, [known, form]);
  const required = (label: string) => [{ required: true, whitespace: true, message: copy.required(label) }];
  const fill = (name: string) => {
    const estate = estates.find((item) => item.name === name);
    if (estate) form.setFieldsValue({ town: estate.town, neighbourhood: estate.neighbourhood });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card import-form"
      disabled={working}
      onFinish={(values: ImportFields) => {
        setAsked(true);
        if (file) onRead({ ...values, id: newId(), file });
      }}
      onFinishFailed={() => setAsked(true)}
    >
      <div className="import-file">
        <label htmlFor={fileId} className="import-file-label">
          {copy.file}
        </label>
        <div className="row">
          <label className={working ? 'button-link import-choose import-choose-off' : 'button-link import-choose'}>
            {file ? copy.chooseAnother : copy.choose}
            <input
              id={fileId}
              className="visually-hidden"
              type="file"
              accept=".xlsx,.xls"
              disabled={working}
              aria-describedby={`${fileId}-chosen`}
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          </label>
          <span id={`${fileId}-chosen`} className={asked && !file ? 'field-problem' : 'quiet'}>
            {file ? copy.chosen(file.name, copy.size(Math.max(1, Math.round(file.size / 1024)))) : copy.fileRequired}
          </span>
        </div>
      </div>
      <Form.Item name="estateName" label={copy.estateName} extra={copy.estateNameHint}>
        <AutoComplete
          options={[...new Set(estates.map((item) => item.name))].map((value) => ({ value }))}
          onSelect={fill}
          maxLength={60}
        />
      </Form.Item>
      <div className="import-pair">
        <Form.Item name="town" label={copy.town} rules={required(copy.town)}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="neighbourhood" label={copy.neighbourhood} rules={required(copy.neighbourhood)}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <div className="stack-tight">
        <ProblemNotice error={error} />
        {working && <Reading />}
        <div>
          <Button type="primary" size="large" htmlType="submit" loading={working}>
            {copy.read}
          </Button>
        </div>
      </div>
    </Form>
  );
}

function Reading() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div role="status" className="import-reading">
      <div className="import-reading-bar" aria-hidden="true" />
      <p>{copy.reading(seconds)}</p>
      <p className="quiet">{copy.readingHint}</p>
    </div>
  );
}
