-- grain: the lines that a register has of one division and that are not added, and a register that counts instead · source: registers_beside
select * from registers_beside()
