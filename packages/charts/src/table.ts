/** The numbers behind a chart, rounded and formatted as the chart shows them: column heads and rows of text. */
export interface Table {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}
