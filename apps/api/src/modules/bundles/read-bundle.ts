import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { common } from '../../platform/errors';
import { eventsOf } from '../chain';
import { announcedDecisionOf } from '../decisions';
import { electorateOf, findRound } from '../rounds';
import { bundleVersion, disclosableBallots } from './bundles.repository';
import type { BundleDisclosureDto, BundleDto } from './dto/bundle.dto';

/**
 * The public bundle (公开包) of a round: what anyone needs to check it without us. While no result is announced it tells
 * neither which door has answered nor what; afterwards every door, and the choice of the ballot that counts for it.
 */
@Injectable()
export class ReadBundle {
  /**
   * @param tx of one snapshot: what is read must belong together
   * @throws not_found (404) for an unknown round, a draft, and a round opened before there were chains
   */
  async execute(tx: EntityManager, id: string): Promise<BundleDto> {
    const round = await findRound(tx, id);
    const chain = round?.openedAt ? await eventsOf(tx, id) : [];
    if (!round || chain.length === 0) throw common.not_found();
    const isPublic = chain.some(({ kind }) => kind === 'announce');
    return {
      format: 'jiati-bundle',
      version: 1,
      round: {
        id: round.id,
        state: round.state,
        title: round.title,
        statement: round.statement,
        openedAt: round.openedAt!.toISOString(),
        closesAt: round.closesAt.toISOString(),
        closedAt: round.closedAt?.toISOString() ?? null,
        announcedAt: round.announcedAt?.toISOString() ?? null,
        schemeHash: round.schemeHash!,
        costTableHash: round.costTableHash!,
        agreementHash: round.agreementHash!,
      },
      ruleset: round.ruleset!,
      electorate: (await electorateOf(tx, id)).map((door) => ({
        householdId: door.householdId,
        buildingName: door.buildingName,
        stairwellName: door.stairwellName,
        roomNo: door.roomNo,
        areaDm2: door.areaDm2,
        headNo: door.headNo,
        tenure: door.tenure,
      })),
      chain: chain.map(({ seq, kind, at, payload, previousHash, hash }) => {
        return { seq, kind, at: at.toISOString(), payload, previousHash, hash };
      }),
      disclosures: isPublic ? await this.disclosures(tx, id) : [],
      decision: announcedDecisionOf(round),
    };
  }

  /** Moves with every change of what the bundle says; null for a draft. */
  version(tx: EntityManager, id: string): Promise<number | null> {
    return bundleVersion(tx, id);
  }

  private async disclosures(tx: EntityManager, id: string): Promise<BundleDisclosureDto[]> {
    const ballots = await disclosableBallots(tx, id);
    return ballots.map(({ ballotId, householdId, ballotSeq, choice, contentHash, salts, counts }) => ({
      ballotId,
      householdId,
      ballotSeq,
      doorSalt: salts.door,
      choice: counts ? choice : null,
      contentHash: counts ? contentHash : null,
      choiceSalt: counts ? salts.choice : null,
    }));
  }
}
