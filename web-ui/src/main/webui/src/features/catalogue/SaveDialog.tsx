import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useSave } from "../../api/catalogue";
import { toProblem } from "../../api/client";
import type { KeptQuery, Parameter, QueryContent } from "../../api/types";
import { LoadFailed } from "../../components/LoadFailed";
import { text } from "../../i18n/en";

interface Properties {
  tenant: string;
  statement: string;
  parameters: Parameter[];
  /** The query in the editor, which gets a new version where the user may change it. */
  query: KeptQuery | undefined;
  onSaved: (query: KeptQuery) => void;
  onDismiss: () => void;
}

/** Asks for what a query says beside its statement, and saves it. */
export function SaveDialog({ tenant, statement, parameters, query, onSaved, onDismiss }: Properties) {
  const base = query?.canEdit ? query : undefined;
  const save = useSave(tenant);
  const [title, setTitle] = useState(query?.title ?? "");
  const [description, setDescription] = useState(query?.description ?? "");
  const [category, setCategory] = useState(query?.category ?? "");
  const [tags, setTags] = useState((query?.tags ?? []).join(", "));
  const [message, setMessage] = useState("");
  const submit = () => {
    const content: QueryContent = {
      title,
      ...(description === "" ? {} : { description }),
      category: category === "" ? "other" : category,
      tags: tags
        .split(",")
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ""),
      events: query?.events ?? [],
      attack: query?.attack ?? [],
      columns: query?.columns ?? [],
      ...(query?.finding === undefined ? {} : { finding: query.finding }),
      ...(query?.falseAlarms === undefined ? {} : { falseAlarms: query.falseAlarms }),
      parameters,
      statement,
    };
    save.mutate({ content, message, base }, { onSuccess: onSaved });
  };
  return (
    <Modal
      visible
      size="large"
      header={base ? text.catalogue.saveVersion(base.title) : text.catalogue.saveNew}
      closeAriaLabel={text.catalogue.cancel}
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              {text.catalogue.cancel}
            </Button>
            <Button variant="primary" loading={save.isPending} disabled={title.trim() === ""} onClick={submit}>
              {text.catalogue.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {save.isError && <LoadFailed problem={toProblem(save.error)} />}
        <FormField label={text.catalogue.titleOf} stretch>
          <Input
            value={title}
            onChange={({ detail }) => {
              setTitle(detail.value);
            }}
          />
        </FormField>
        <FormField label={text.catalogue.description} constraintText={text.catalogue.markdown} stretch>
          <Textarea
            value={description}
            rows={4}
            onChange={({ detail }) => {
              setDescription(detail.value);
            }}
          />
        </FormField>
        <FormField label={text.catalogue.category} constraintText={text.catalogue.categoryForm}>
          <Input
            value={category}
            onChange={({ detail }) => {
              setCategory(detail.value);
            }}
          />
        </FormField>
        <FormField label={text.catalogue.tags} constraintText={text.catalogue.tagsForm}>
          <Input
            value={tags}
            onChange={({ detail }) => {
              setTags(detail.value);
            }}
          />
        </FormField>
        {base && (
          <FormField label={text.catalogue.message} stretch>
            <Input
              value={message}
              onChange={({ detail }) => {
                setMessage(detail.value);
              }}
            />
          </FormField>
        )}
      </SpaceBetween>
    </Modal>
  );
}
