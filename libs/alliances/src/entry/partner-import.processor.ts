import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#libs/platform';
import { RunImport, runImportQueue } from '../application/run-import.js';
import { UndoImport, undoImportQueue } from '../application/undo-import.js';
import { readImportQueue, UploadImport } from '../application/upload-import.js';

/** The jobs of an import. Reading takes memory, so few at once. */
@Injectable()
export class PartnerImportProcessor implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly uploading: UploadImport,
    private readonly running: RunImport,
    private readonly undoing: UndoImport,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(
      readImportQueue,
      ({ allianceId, importId }, context) =>
        this.uploading.read(String(allianceId), String(importId), context),
      { concurrency: 2, maxAttempts: 3 },
    );
    this.jobs.handle(
      runImportQueue,
      ({ allianceId, importId }, context) => this.running.run(String(allianceId), String(importId), context),
      { concurrency: 2, maxAttempts: 4 },
    );
    this.jobs.handle(
      undoImportQueue,
      ({ allianceId, importId }, context) => this.undoing.run(String(allianceId), String(importId), context),
      { concurrency: 2, maxAttempts: 4 },
    );
  }
}
