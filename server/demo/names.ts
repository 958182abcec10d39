// What invented people are called, by the language that they speak. Each list is of common names; who bears one in
// truth is not meant.

export type Naming = {
  readonly women: readonly [string, ...string[]];
  readonly men: readonly [string, ...string[]];
  /** A pair where women and men bear different forms. */
  readonly families: readonly [Family, ...Family[]];
};

type Family = string | readonly [woman: string, man: string];

export const namings = {
  it: {
    women: [
      ...["Giulia", "Francesca", "Chiara", "Elena", "Martina", "Sara", "Alessia", "Paola", "Silvia", "Federica"],
      ...["Anna", "Laura", "Valentina", "Beatrice", "Marta", "Ilaria", "Roberta", "Simona", "Caterina", "Lucia"],
    ],
    men: [
      ...["Marco", "Andrea", "Luca", "Matteo", "Alessandro", "Davide", "Stefano", "Paolo", "Giovanni", "Simone"],
      ...["Francesco", "Riccardo", "Filippo", "Tommaso", "Enrico", "Giacomo", "Pietro", "Roberto", "Fabio", "Nicola"],
    ],
    families: [
      ...["Rossi", "Ferrero", "Bianchi", "Gallo", "Conti", "Costa", "Giordano", "Mancini", "Rizzo", "Lombardi"],
      ...["Moretti", "Barbieri", "Fontana", "Santoro", "Mariani", "Rinaldi", "Caruso", "Ferrara", "Galli", "Martini"],
      ...["Leone", "Longo", "Gentile", "Martinelli", "Vitale", "Serra", "Coppola", "Marchetti", "Parisi", "Villa"],
    ],
  },
  en: {
    women: [
      ...["Emily", "Olivia", "Grace", "Hannah", "Megan", "Sophia", "Natalie", "Rachel", "Lauren", "Abigail"],
      ...["Claire", "Julia", "Victoria", "Leah", "Maya", "Nora", "Stella", "Zoe", "Hazel", "Ruby"],
    ],
    men: [
      ...["James", "Ethan", "Daniel", "Ryan", "Tyler", "Nathan", "Samuel", "Owen", "Lucas", "Henry"],
      ...["Jack", "Caleb", "Isaac", "Connor", "Evan", "Dylan", "Aaron", "Miles", "Oscar", "Theo"],
    ],
    families: [
      ...["Carter", "Brooks", "Hayes", "Reed", "Foster", "Bennett", "Coleman", "Parker", "Morgan", "Sullivan"],
      ...["Hughes", "Price", "Ward", "Powell", "Jenkins", "Perry", "Russell", "Griffin", "Diaz", "Ramirez"],
      ...["Nguyen", "Kim", "Patel", "Rivera", "Walsh", "Fletcher", "Douglas", "Wheeler", "Chapman", "Lane"],
    ],
  },
  de: {
    women: [
      ...["Anna", "Lena", "Katharina", "Sophie", "Julia", "Laura", "Franziska", "Johanna", "Miriam", "Sabine"],
      ...["Nele", "Clara", "Heike", "Birgit", "Charlotte", "Greta", "Frieda", "Ines", "Petra", "Svenja"],
    ],
    men: [
      ...["Lukas", "Felix", "Jonas", "Maximilian", "Paul", "Leon", "Tobias", "Sebastian", "Matthias", "Stefan"],
      ...["Jan", "Moritz", "Emil", "Anton", "Henrik", "Torsten", "Ralf", "Uwe", "Malte", "Konrad"],
    ],
    families: [
      ...["Schneider", "Fischer", "Weber", "Becker", "Wagner", "Hoffmann", "Schulz", "Koch", "Richter", "Klein"],
      ...["Wolf", "Neumann", "Schwarz", "Zimmermann", "Braun", "Krüger", "Hartmann", "Lange", "Krause", "Lehmann"],
      ...["Köhler", "Huber", "Kaiser", "Vogel", "Jäger", "Winkler", "Yılmaz", "Kowalski", "Lorenz", "Seidel"],
    ],
  },
  cs: {
    women: [
      ...["Jana", "Eva", "Hana", "Lenka", "Kateřina", "Lucie", "Věra", "Alena", "Petra", "Veronika"],
      ...["Tereza", "Michaela", "Zuzana", "Barbora", "Markéta", "Klára", "Eliška", "Adéla", "Nikola", "Dana"],
    ],
    men: [
      ...["Jiří", "Jan", "Petr", "Josef", "Pavel", "Martin", "Tomáš", "Jaroslav", "Miroslav", "Zdeněk"],
      ...["Václav", "Michal", "Milan", "Jakub", "Lukáš", "David", "Ondřej", "Marek", "Vojtěch", "Adam"],
    ],
    families: [
      ["Nováková", "Novák"],
      ["Svobodová", "Svoboda"],
      ["Dvořáková", "Dvořák"],
      ["Černá", "Černý"],
      ["Procházková", "Procházka"],
      ["Kučerová", "Kučera"],
      ["Veselá", "Veselý"],
      ["Horáková", "Horák"],
      ["Němcová", "Němec"],
      ["Pokorná", "Pokorný"],
      ["Marková", "Marek"],
      ["Pospíšilová", "Pospíšil"],
      ["Hájková", "Hájek"],
      ["Jelínková", "Jelínek"],
      ["Králová", "Král"],
      ["Růžičková", "Růžička"],
      ["Benešová", "Beneš"],
      ["Fialová", "Fiala"],
      ["Sedláčková", "Sedláček"],
      ["Doležalová", "Doležal"],
      ["Zemanová", "Zeman"],
      ["Kolářová", "Kolář"],
      ["Navrátilová", "Navrátil"],
      ["Čermáková", "Čermák"],
    ],
  },
  ro: {
    women: [
      ...["Maria", "Elena", "Ioana", "Andreea", "Cristina", "Ana", "Raluca", "Alina", "Mihaela", "Gabriela"],
      ...["Roxana", "Simona", "Diana", "Oana", "Larisa", "Irina", "Teodora", "Bianca", "Corina", "Daniela"],
    ],
    men: [
      ...["Andrei", "Mihai", "Alexandru", "Ionuț", "Cristian", "Gabriel", "Radu", "Vlad", "Bogdan", "Ștefan"],
      ...["Florin", "Adrian", "Cătălin", "Dragoș", "Marius", "Răzvan", "Sorin", "Tudor", "Victor", "Lucian"],
    ],
    families: [
      ...["Popescu", "Ionescu", "Dumitrescu", "Stan", "Stoica", "Gheorghe", "Rusu", "Munteanu", "Matei", "Marin"],
      ...["Lazăr", "Ciobanu", "Florea", "Dinu", "Constantin", "Tudor", "Barbu", "Nistor", "Moldovan", "Ene"],
    ],
  },
} as const satisfies Record<string, Naming>;

export type NamedLanguage = keyof typeof namings;
