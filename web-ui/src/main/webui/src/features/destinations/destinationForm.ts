import type { SaveDestinationRequest } from "../../api/schedulerTypes";

/** What stands in the form of a destination. */
export interface DestinationInputs {
  name: string;
  bucket: string;
  prefix: string;
  endpoint: string;
  region: string;
  access: "key" | "role";
  accessKeyId: string;
  secretAccessKey: string;
  roleArn: string;
}

export const EMPTY: DestinationInputs = {
  name: "",
  bucket: "",
  prefix: "",
  endpoint: "",
  region: "",
  access: "key",
  accessKeyId: "",
  secretAccessKey: "",
  roleArn: "",
};

/** The request of a form: fields that are left empty are not sent, and of two ways of access only the chosen one. */
export function destinationOf(inputs: DestinationInputs): SaveDestinationRequest {
  const { name, bucket, access } = inputs;
  const ofAccess = access === "key" ? (["accessKeyId", "secretAccessKey"] as const) : (["roleArn"] as const);
  const given = (["prefix", "endpoint", "region", ...ofAccess] as const).flatMap((field) => {
    const value = inputs[field].trim();
    return value === "" ? [] : [[field, value]];
  });
  return {
    name: name.trim(),
    bucket: bucket.trim(),
    ...(Object.fromEntries(given) as Partial<SaveDestinationRequest>),
  };
}

/** Whether enough is filled in to be sent. */
export function isComplete({
  name,
  bucket,
  access,
  accessKeyId,
  secretAccessKey,
  roleArn,
}: DestinationInputs): boolean {
  const needed = access === "key" ? [name, bucket, accessKeyId, secretAccessKey] : [name, bucket, roleArn];
  return needed.every((value) => value.trim() !== "");
}
