/** Made-up files in the layouts as published, three ages long. */
export const singleAge = `area_code,area_name,series,year,sex,age0,age1,age2plus
E1,Northland,MYE,2017,f,10,11,90
E1,Northland,MYE,2017,m,11,10,80
E1,Northland,MYE,2018,f,9,10,92
E1,Northland,MYE,2018,m,10,11,81
E1,Northland,SNPP2018_principal,2018,f,9,10,92
E1,Northland,SNPP2018_principal,2018,m,10,11,81
E2,"Southland, City of",MYE,2017,f,20,21,180
E2,"Southland, City of",MYE,2017,m,21,20,160
E2,"Southland, City of",MYE,2018,f,19,20,184
E2,"Southland, City of",MYE,2018,m,20,21,162
E2,"Southland, City of",SNPP2018_principal,2018,f,19,20,184
E2,"Southland, City of",SNPP2018_principal,2018,m,20,21,162
`;

export const firstPublished = `mid_year,sex,code,area,all_ages,age0,age1,age2plus
2018,persons,E1,NORTHLAND,213,19,21,173
2018,males,E1,NORTHLAND,102,10,11,81
2018,females,E1,NORTHLAND,111,9,10,92
`;

export const subnational = `"AREA_CODE","AREA_NAME","COMPONENT","SEX","AGE_GROUP","2018","2019","2020"
E1,Northland,Population,females,0,9.1,9.2,9.3
E1,Northland,Population,females,1,10.2,9.1,9.2
E1,Northland,Population,females,2 and over,92.3,93.4,94.5
E1,Northland,Population,females,All ages,111.6,111.7,113
`;

export const detailedSeries = `Population estimates by local authority, sex and age,,,,,,
ladcode18,laname18,country,sex,age,population_2017,population_2018
E1,Northland,E,1,0,11,10
E1,Northland,E,1,1,10,11
E1,Northland,E,1,2,80,81
E1,Northland,E,2,0,10,9
E1,Northland,E,2,1,11,10
E1,Northland,E,2,2,90,92
`;

export const rowEach = `v4_0,calendar-years,Time,administrative-geography,Geography,sex,Sex,single-year-of-age,Age
9,2018,2018,E1,Northland,female,Female,0,0
10,2018,2018,E1,Northland,female,Female,1,1
92,2018,2018,E1,Northland,female,Female,2+,2+
111,2018,2018,E1,Northland,female,Female,total,Total
`;

export const byVariant = `variant,age,sex,2022,2023
principal,0,male,10,11
principal,1,male,11,10
principal,2,male,80,82
high,0,male,10,12
high,1,male,11,10
high,2,male,80,84
`;
