import type { KnownOfPerson, PersonDataSource, Transaction } from '#libs/platform';

interface Row {
  id: string;
  import_id: string;
  file_id: string;
  file_name: string;
  line: number;
  said: string;
  created_at: Date;
}

const texts = (json: string): string =>
  `select lower(v #>> '{}') as text from jsonb_path_query(${json}, 'strict $.** ? (@.type() == "string")') v`;
const letter = String.raw`[:alnum:]\u00c0-\u024f`;
const inAddress = `${letter}_.+%&~^!#$*?@`;
/** SQL: whether a text in the JSON holds the address whole; `an@kommune.dk` is not in `lan@kommune.dk`, nor in `…dk.example`. */
const holds = (json: string, email: string): string =>
  `exists (select from (${texts(json)}) w where position(${email} in w.text) > 0 and w.text ~ (
    '(^|[^${inAddress}''-]|(^|[^${inAddress}-])'')'
    || regexp_replace(${email}, '([^[:alnum:]])', '${String.raw`\\\1`}', 'g')
    || '($|[^${letter}_.@-]|[.-]+($|[^${letter}_.@-]))'))`;
const line = 'jsonb_build_array(r.cells, r.findings, r.changes, r.trace)';
/** An address that somebody else has, too, makes a line theirs where their name stands in a field of it. */
const theirs = `(exists (select from unnest($2::text[]) e (email) where ${holds(line, 'e.email')})
  or exists (select from jsonb_to_recordset($3::jsonb) s (name text, email text, about uuid[])
    where s.about is null and ${holds(line, 's.email')}
      and exists (select from (${texts(line)}) w where btrim(w.text) = lower(btrim(s.name)))))`;

/**
 * Lines of partner lists that were brought in. A line with one of the person's addresses is emptied, and so is the file
 * it came in; what the import made of it stays as it is, but can no longer be undone.
 */
export const importRowSource: PersonDataSource = {
  name: 'alliances.import-row',
  title: {
    da: 'Linjer i indlæste partnerlister, og filerne',
    en: 'Lines of partner lists that were uploaded, and the files',
  },
  collect: async (tx, subject, known) => {
    if (subject !== known.subjects[0]) return [];
    return (await lines(tx, known)).map((row) => ({
      key: 'import-row',
      title: { da: 'Linje i en indlæst partnerliste', en: 'Line of a partner list that was uploaded' },
      purpose: { da: 'At kunne fortryde indlæsningen.', en: 'To be able to undo the import.' },
      rows: [
        { key: 'file_name', label: { da: 'Fil', en: 'File' }, value: row.file_name },
        {
          key: 'line',
          label: { da: 'Linje', en: 'Line' },
          value: row.line,
          at: row.created_at.toISOString(),
        },
        { key: 'cells', label: { da: 'Linjens indhold', en: 'What the line says' }, value: row.said },
      ],
    }));
  },
  erase: async (tx, subject, known) => {
    if (subject !== known.subjects[0]) return [];
    const found = await lines(tx, known);
    if (found.length === 0) return [];
    await tx.query(
      `update partner_import_row set cells = case jsonb_typeof(cells) when 'array' then '[]'::jsonb else '{}'::jsonb end,
         findings = '[]', changes = '[]', trace = null
       where alliance_id = $1 and id = any ($2)`,
      [tx.allianceId, found.map(({ id }) => id)],
    );
    await tx.query(
      `update partner_import set header = '[]', problem = null
       where alliance_id = $1 and id = any ($2) and exists (select from unnest($3::text[]) e (email)
         where ${holds('jsonb_build_array(header, problem)', 'e.email')})`,
      [
        tx.allianceId,
        [...new Set(found.map((row) => row.import_id))],
        [...known.emails, ...known.shared.map(({ email }) => email)],
      ],
    );
    const files = await tx.query(
      `update file set bytes = ''::bytea, size = 0 where alliance_id = $1 and id = any ($2) and size > 0 returning id`,
      [tx.allianceId, [...new Set(found.map((row) => row.file_id))]],
    );
    return [
      { table: 'partner_import_row', rows: found.length },
      { table: 'file', rows: files.length },
    ];
  },
};

async function lines(tx: Transaction, known: KnownOfPerson): Promise<Row[]> {
  return tx.query<Row>(
    `select r.id, r.import_id, i.file_id, i.file_name, r.line, i.created_at,
       coalesce((select string_agg(c.cell, ' · ' order by c.place) from jsonb_array_elements_text(
         case jsonb_typeof(r.cells) when 'array' then r.cells else '[]' end) with ordinality c (cell, place)
         where c.cell <> ''), '') as said
     from partner_import_row r join partner_import i on i.alliance_id = r.alliance_id and i.id = r.import_id
     where r.alliance_id = $1 and ${theirs}
     order by r.import_id, r.line`,
    [tx.allianceId, known.emails, JSON.stringify(known.shared)],
  );
}
