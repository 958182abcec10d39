// What the members module itself knows of a member.
import type { Sealer } from "../../platform/sealing.ts";
import { toGuardianReply } from "./ageRoutes.ts";
import { toBlockReply } from "./blockRoutes.ts";
import { listBlocks } from "./blocks.ts";
import { findBusiness } from "./businesses.ts";
import { toBusinessReply, toContactReply } from "./businessRoutes.ts";
import { toConsentReply } from "./consentRoutes.ts";
import { listConsents } from "./consents.ts";
import { listContacts } from "./contacts.ts";
import { valuesOf } from "./customFields.ts";
import type { ExportPart } from "./exports.ts";
import { listGuardians } from "./guardians.ts";
import { getMember } from "./members.ts";
import { toNoteReply } from "./noteRoutes.ts";
import { listNotes } from "./notes.ts";
import { toMemberReply } from "./replies.ts";
import { listAcceptances } from "./store/portals.ts";
import { toTaskReply } from "./taskRoutes.ts";
import { listTasks } from "./tasks.ts";

export function profilePart(sealer: Sealer): ExportPart {
  return {
    name: "profile",
    scopes: ["members:read"],
    pageOf: async (ctx, { member }) => {
      return [{ place: null, row: toMemberReply(await getMember(ctx, sealer, member.memberId)) }];
    },
  };
}

export function blocksPart(sealer: Sealer): ExportPart {
  return {
    name: "blocks",
    scopes: ["members:read"],
    pageOf: async (ctx, { member }, page) => {
      const blocks = await listBlocks(ctx, sealer, member.memberId, page);
      return blocks.map((block) => ({ place: block.id, row: toBlockReply(block) }));
    },
  };
}

export const consentsPart: ExportPart = {
  name: "consents",
  scopes: ["members:read"],
  pageOf: async (ctx, { member }, page) => {
    const consents = await listConsents(ctx, member.memberId, page);
    return consents.map((consent) => ({ place: consent.id, row: toConsentReply(consent) }));
  },
};

export const termsPart: ExportPart = {
  name: "terms",
  scopes: ["members:read"],
  pageOf: async (ctx, { member }) => {
    const accepted = await listAcceptances(ctx, member.memberId);
    return accepted.map(({ version, acceptedAt }) => ({
      place: null,
      row: { version, acceptedAt: new Date(acceptedAt).toISOString() },
    }));
  },
};

export function valuesPart(sealer: Sealer): ExportPart {
  return {
    name: "fields",
    scopes: ["members:read"],
    pageOf: async (ctx, { member }) => {
      const values = await valuesOf(ctx, sealer, member.memberId);
      return values.map((value) => ({ place: null, row: value }));
    },
  };
}

export function notesPart(sealer: Sealer): ExportPart {
  return {
    name: "notes",
    scopes: ["members:read"],
    pageOf: async (ctx, { member }, page) => {
      const notes = await listNotes(ctx, sealer, member.memberId, page);
      return notes.map((note) => ({ place: note.id, row: toNoteReply(note) }));
    },
  };
}

export function tasksPart(sealer: Sealer): ExportPart {
  return {
    name: "tasks",
    scopes: ["members:read"],
    pageOf: async (ctx, { member, tenant }, page) => {
      const tasks = await listTasks(ctx, { sealer, tenant }, member.memberId, page);
      return tasks.map((task) => ({ place: task.id, row: toTaskReply(task) }));
    },
  };
}

/** Of a business: what is known of it, and who acts for it. */
export function businessPart(sealer: Sealer): ExportPart {
  return {
    name: "business",
    scopes: ["members:read"],
    pageOf: async (ctx, { member, tenant }) => {
      const business = await findBusiness(ctx, { sealer, tenant }, member.memberId);
      return business === null ? [] : [{ place: null, row: toBusinessReply(business) }];
    },
  };
}

export function contactsPart(sealer: Sealer): ExportPart {
  return {
    name: "contacts",
    scopes: ["members:read"],
    pageOf: async (ctx, { member, tenant }) => {
      const business = await findBusiness(ctx, { sealer, tenant }, member.memberId);
      const contacts = business === null ? [] : await listContacts(ctx, sealer, member.memberId);
      return contacts.map((contact) => ({ place: null, row: toContactReply(contact) }));
    },
  };
}

export const guardiansPart: ExportPart = {
  name: "guardians",
  scopes: ["members:read"],
  pageOf: async (ctx, { member }) => {
    const guardians = await listGuardians(ctx, member.memberId);
    return guardians.map((guardian) => ({ place: null, row: toGuardianReply(guardian) }));
  },
};
