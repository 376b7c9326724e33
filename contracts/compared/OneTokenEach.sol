// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @title One token for each credential, as ERC-721 has it
/// @notice For comparison in gas.md only; never deployed by the service. The shortest such contract on OpenZeppelin's.
contract OneTokenEach is ERC721, Ownable {
    constructor() ERC721("Compared", "CMP") Ownable(msg.sender) {}

    /// @notice Gives a new token to `holder`.
    function mint(address holder, uint256 token) external virtual onlyOwner {
        _mint(holder, token);
    }
}
